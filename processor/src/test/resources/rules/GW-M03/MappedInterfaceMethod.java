package orders;

import org.springframework.web.bind.annotation.GetMapping;

interface MappedInterfaceMethod {
  @GetMapping("/orders")
  // expect 18: [GW-M03] Gatewright cannot guard MappedInterfaceMethod.list(): the method is private, so the guard cannot override it. Fix: remove 'private'.
  // expect 18: [GW-A01] MappedInterfaceMethod.list() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  private String list() {
    return helper();
  }

  @GetMapping("/orders/{id}")
  default String find(String id) {
    return list();
  }

  private String helper() {
    return "";
  }
}
