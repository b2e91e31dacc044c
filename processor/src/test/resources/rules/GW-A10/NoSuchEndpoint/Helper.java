// option -Agatewright.baseline=${fixture}/gatewright-baseline.txt
package orders;

import org.springframework.web.bind.annotation.GetMapping;

/** Has no endpoint any more. */
// expect 1: [GW-A10] orders.Helper#find(java.lang.String) is listed as not decided yet in gatewright-baseline.txt, line 2, but its class has no such endpoint. Fix: remove the line; -Agatewright.baseline.write=removals removes all such lines.
class Helper {
  void find(String id) {}
}

/** Serves nothing itself. */
// expect 10: [GW-M16] Abstract gets no guard of its own: it is abstract, and its concrete subclasses get theirs. Fix: none needed.
abstract class Abstract {
  @GetMapping("/orders")
  // expect 8: [GW-A10] orders.Abstract#list() is listed as not decided yet in gatewright-baseline.txt, line 1, but it cannot be left undecided. Fix: remove the line; -Agatewright.baseline.write=removals removes all such lines.
  void list() {}
}
