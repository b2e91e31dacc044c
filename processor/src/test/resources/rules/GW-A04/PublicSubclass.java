package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;

@Secured
class Orders {
  void list() {}

  void prices() {}
}

// expect 1: [GW-A04] @Public cannot open PublicSubclass: Orders is @Secured, and what refines it may only demand more. Fix: remove @Public here, or @Secured there.
@Public(reason = "We thought nobody would mind.")
class PublicSubclass extends Orders {
  @Override
  void list() {}
}
