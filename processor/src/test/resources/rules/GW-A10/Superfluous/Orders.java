// option -Agatewright.baseline=${fixture}/gatewright-baseline.txt
package orders;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import org.springframework.web.bind.annotation.*;

@RestController
// expect 1: [GW-A10] orders.Orders#gone() is listed as not decided yet in gatewright-baseline.txt, line 2, but its class has no such endpoint. Fix: remove the line; -Agatewright.baseline.write=removals removes all such lines.
class Orders {
  @GetMapping("/orders")
  // expect 3: [GW-A10] orders.Orders#list() is listed as not decided yet in gatewright-baseline.txt, line 3, but it is decided by now. Fix: remove the line; -Agatewright.baseline.write=removals removes all such lines.
  @Secured
  void list() {}

  @GetMapping("/orders/{id}")
  // expect 3: [GW-A10] orders.Orders#find(java.lang.String) is listed as not decided yet in gatewright-baseline.txt, line 1, but it is decided by now. Fix: remove the line; -Agatewright.baseline.write=removals removes all such lines.
  @Public(reason = "a catalogue")
  void find(@PathVariable String id) {}

  @PostMapping("/orders")
  // expect 3: [GW-A10] orders.Orders#place(java.lang.String) is listed as not decided yet in gatewright-baseline.txt, line 4, but annotations of Gatewright's bear upon it, which need a decision (@Secured or @Public). Fix: remove the line; -Agatewright.baseline.write=removals removes all such lines.
  @RateLimited(permits = 10, per = "1m")
  // expect 8: [GW-A01] Orders.place(String) is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "..."); one that was there before Gatewright may be listed in gatewright-baseline.txt for a while.
  void place(@RequestBody String order) {}

  @GetMapping("/undecided")
  void undecided() {}
}

/** All of a class are decided at once. */
// expect 1: [GW-A10] orders.WholeClass#list() is listed as not decided yet in gatewright-baseline.txt, line 6, but it is decided by now. Fix: remove the line; -Agatewright.baseline.write=removals removes all such lines.
@Secured
@RestController
class WholeClass {
  @GetMapping("/whole")
  void list() {}
}
