package orders;

import org.springframework.web.bind.annotation.GetMapping;

// Without any annotation of ours: what is mapped is our business all the same.
// expect 14: [GW-M01] Gatewright cannot guard MappedFinalClass: the class is final, so no guard can extend it. Fix: remove 'final'.
public final class MappedFinalClass {
  @GetMapping("/orders")
  // expect 17: [GW-A01] MappedFinalClass.list() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  public String list() {
    return "";
  }
}
