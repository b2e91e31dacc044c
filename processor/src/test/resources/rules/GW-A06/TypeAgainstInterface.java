package orders;

import static dev.gatewright.Scheme.API_KEY;
import static dev.gatewright.Scheme.BEARER;

import dev.gatewright.Secured;

interface OrderApi {
  @Secured(schemes = BEARER)
  void list();
}

// expect 21: [GW-A06] @Secured at TypeAgainstInterface accepts no credential: it names API_KEY, and @Secured at OrderApi.list() names BEARER. Fix: name a scheme that both accept.
@Secured(schemes = {API_KEY})
class TypeAgainstInterface implements OrderApi {
  @Override
  public void list() {}
}
