package orders;

import dev.gatewright.Secured;

// expect 8: [GW-M05] @Secured cannot guard SealedInterface: the type is sealed, so no guard may extend it. Fix: remove 'sealed' and its 'permits' clause.
sealed interface SealedInterface permits OnlyOne {
  @Secured
  void list();
}

non-sealed class OnlyOne implements SealedInterface {
  @Override
  public void list() {}
}
