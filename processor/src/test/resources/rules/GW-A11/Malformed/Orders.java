// option -Agatewright.baseline=${fixture}/gatewright-baseline.txt
package orders;

import org.springframework.web.bind.annotation.GetMapping;

// expect 1: [GW-A11] the baseline of undecided endpoints cannot be used: gatewright-baseline.txt, line 4: 'orders.Orders#list()' is listed twice. Fix: remove this line.
// expect 1: [GW-A11] the baseline of undecided endpoints cannot be used: gatewright-baseline.txt, line 5: only the header may have comments and blank lines. Fix: move it there, or remove it.
// expect 1: [GW-A11] the baseline of undecided endpoints cannot be used: gatewright-baseline.txt, line 6: 'orders.Orders#cancel()' comes after 'orders.Orders#list()', though it sorts before it. Fix: move it: lines are sorted by their characters.
// expect 1: [GW-A11] the baseline of undecided endpoints cannot be used: gatewright-baseline.txt, line 7: 'orders.Orders.place(String id)' is no endpoint. Fix: write it as bank.Accounts#find(java.util.UUID,int[]), without spaces: the class that serves it, as bank.Branch$Accounts where it is nested, the method and the erased types of its parameters.
class Orders {
  @GetMapping("/orders")
  void list() {}
}
