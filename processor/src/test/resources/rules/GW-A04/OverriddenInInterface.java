package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;

interface OrderApi {
  @Secured
  void list();
}

class OverriddenInInterface implements OrderApi {
  // expect 3: [GW-A04] @Public cannot open OverriddenInInterface.list(): OrderApi.list() is @Secured, and what refines it may only demand more. Fix: remove @Public here, or @Secured there.
  @Public(reason = "We thought nobody would mind.")
  @Override
  public void list() {}
}
