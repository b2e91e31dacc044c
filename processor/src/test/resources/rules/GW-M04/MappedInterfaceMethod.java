package orders;

import org.springframework.web.bind.annotation.GetMapping;

interface MappedInterfaceMethod {
  @GetMapping("/orders")
  // expect 17: [GW-M04] Gatewright cannot guard MappedInterfaceMethod.list(): the method is static, so the guard cannot override it. Fix: remove 'static'.
  // expect 17: [GW-A01] MappedInterfaceMethod.list() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  static String list() {
    return "";
  }

  @GetMapping("/orders/{id}")
  String find(String id);

  static String helper() {
    return "";
  }
}
