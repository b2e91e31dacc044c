package orders;

import org.springframework.web.bind.annotation.GetMapping;

// expect 10: [GW-M16] MappedOrders gets no guard of its own: it is abstract, and its concrete subclasses get theirs. Fix: none needed.
abstract class MappedOrders {
  @GetMapping("/orders")
  // expect 10: [GW-A01] MappedOrders.list(), an endpoint of UnstatedSubclass, is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  String list() {
    return "";
  }
}

class UnstatedSubclass extends MappedOrders {}
