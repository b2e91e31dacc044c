package orders;

import dev.gatewright.Secured;

@Secured
// expect 1: [GW-M17] Gatewright cannot guard Missing: it uses a name that neither the sources nor another processor declare. Fix: correct the name that the compiler does not find.
class Missing {
  // expect 14: cannot find symbol
  void place(Ordr order) {}
}
