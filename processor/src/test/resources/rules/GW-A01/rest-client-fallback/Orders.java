// clean
package orders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@Path("/orders")
@RegisterRestClient
interface Client {
  @GET
  String list();
}

class Fallback implements Client {
  @Override
  public String list() {
    return "";
  }
}
