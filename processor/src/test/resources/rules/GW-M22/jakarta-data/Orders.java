package orders;

import dev.gatewright.Secured;
import jakarta.data.repository.Repository;

@Repository
interface Orders {
  // expect 3: [GW-M22] @Secured cannot guard Orders: Jakarta Data implements it because of @Repository, and would never use a guard. Fix: annotate the controller that calls it.
  @Secured
  String find(String name);
}
