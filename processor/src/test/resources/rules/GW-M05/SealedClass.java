package orders;

import dev.gatewright.Secured;

@Secured
// expect 8: [GW-M05] @Secured cannot guard SealedClass: the type is sealed, so no guard may extend it. Fix: remove 'sealed' and its 'permits' clause.
sealed class SealedClass permits Special {
  void list() {}
}

non-sealed class Special extends SealedClass {}
