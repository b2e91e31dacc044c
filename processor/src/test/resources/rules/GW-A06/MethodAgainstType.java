package orders;

import static dev.gatewright.Scheme.API_KEY;
import static dev.gatewright.Scheme.BEARER;

import dev.gatewright.Secured;

@Secured(schemes = BEARER)
class MethodAgainstType {
  // expect 22: [GW-A06] @Secured at MethodAgainstType.list() accepts no credential: it names API_KEY, and @Secured at MethodAgainstType names BEARER. Fix: name a scheme that both accept.
  @Secured(schemes = API_KEY)
  void list() {}
}
