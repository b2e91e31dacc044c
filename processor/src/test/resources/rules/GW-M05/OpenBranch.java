package orders;

import dev.gatewright.Secured;

@Secured
// expect 17: [GW-M16] OpenBranch gets no guard of its own: it is abstract, and its concrete subclasses get theirs. Fix: none needed.
abstract sealed class OpenBranch permits Branch {
  abstract void list();
}

// Nobody else can extend the sealed class; its guard extends what may be extended.
non-sealed class Branch extends OpenBranch {
  @Override
  void list() {}
}
