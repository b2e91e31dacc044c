package orders;

import dev.gatewright.Secured;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient
interface Orders {
  // expect 3: [GW-M22] @Secured cannot guard Orders: MicroProfile REST Client itself implements it because of @RegisterRestClient, and does not call the guard. Fix: annotate the controller that calls it.
  @Secured
  String find(String name);
}
