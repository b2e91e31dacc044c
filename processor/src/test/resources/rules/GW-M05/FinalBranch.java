package orders;

import dev.gatewright.Secured;

@Secured
// expect 17: [GW-M16] FinalBranch gets no guard of its own: it is abstract, and its concrete subclasses get theirs. Fix: none needed.
abstract sealed class FinalBranch permits Leaf {
  abstract void list();
}

// expect 7: [GW-M01] @Secured cannot guard Leaf: the class is final, so no guard can extend it. Fix: remove 'final'.
final class Leaf extends FinalBranch {
  @Override
  void list() {}
}
