package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;

@Secured
class Orders {
  void list() {}
}

class SecuredSuperclass extends Orders {
  // expect 3: [GW-A04] @Public cannot open SecuredSuperclass.list(): Orders is @Secured, and what refines it may only demand more. Fix: remove @Public here, or @Secured there.
  @Public(reason = "We thought nobody would mind.")
  @Override
  void list() {}
}
