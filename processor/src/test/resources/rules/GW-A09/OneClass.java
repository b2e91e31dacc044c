// clean
package orders;

import dev.gatewright.Secured;

@Secured(acr = "urn:example:silver")
class OneClass {
  @Secured(acr = "urn:example:gold")
  void pay() {}

  void list() {}
}
