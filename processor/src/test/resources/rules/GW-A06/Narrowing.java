// clean
package orders;

import static dev.gatewright.Scheme.API_KEY;
import static dev.gatewright.Scheme.BEARER;

import dev.gatewright.Secured;

@Secured(schemes = {API_KEY, BEARER})
class Narrowing {
  @Secured(schemes = API_KEY)
  void list() {}

  @Secured
  void place() {}
}
