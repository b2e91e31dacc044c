package orders;

import dev.gatewright.Secured;

@Secured
// expect 10: [GW-M16] ErrorInAbstractClass gets no guard of its own: it is abstract, and its concrete subclasses get theirs. Fix: none needed.
abstract class ErrorInAbstractClass {
  // expect 14: [GW-M02] @Secured cannot guard ErrorInAbstractClass.list(): the method is final, so the guard cannot override it. Fix: remove 'final'.
  final void list() {}
}
