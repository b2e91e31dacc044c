// option -Agatewright.baseline=${fixture}/gatewright-baseline.txt
package orders;

import org.springframework.web.bind.annotation.*;

/** One that is new beside those that are listed. */
@RestController
class Orders {
  @GetMapping("/orders")
  void list() {}

  @DeleteMapping("/orders/{id}")
  // expect 8: [GW-A01] Orders.cancel(String) is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "..."); one that was there before Gatewright may be listed in gatewright-baseline.txt for a while.
  void cancel(@PathVariable String id) {}
}
