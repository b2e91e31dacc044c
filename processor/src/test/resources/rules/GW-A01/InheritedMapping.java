package orders;

import org.springframework.web.bind.annotation.GetMapping;

interface OrderApi {
  @GetMapping("/orders")
  String list();
}

class InheritedMapping implements OrderApi {
  @Override
  // expect 17: [GW-A01] InheritedMapping.list() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  public String list() {
    return "";
  }
}
