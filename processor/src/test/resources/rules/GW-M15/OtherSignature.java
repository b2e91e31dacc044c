// clean
package orders;

import dev.gatewright.Secured;

@Secured
class OtherSignature {
  String endpointPolicies(String endpoint) {
    return endpoint;
  }
}
