package orders;

import dev.gatewright.Secured;
import org.springframework.cloud.openfeign.FeignClient;

@FeignClient
interface Orders {
  // expect 3: [GW-M22] @Secured cannot guard Orders: OpenFeign itself implements it because of @FeignClient, and does not call the guard. Fix: annotate the controller that calls it.
  @Secured
  String find(String name);
}
