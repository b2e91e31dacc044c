package orders;

import dev.gatewright.Secured;

@Secured
// expect 10: [GW-M16] AbstractClass gets no guard of its own: it is abstract, and its concrete subclasses get theirs. Fix: none needed.
abstract class AbstractClass {
  abstract void list();
}
