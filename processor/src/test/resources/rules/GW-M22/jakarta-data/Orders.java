package orders;

import dev.gatewright.Secured;
import jakarta.data.repository.Repository;

@Repository
interface Orders {
  // expect 3: [GW-M22] @Secured cannot guard Orders: Jakarta Data itself implements it because of @Repository, and does not call the guard. Fix: annotate the controller that calls it.
  @Secured
  String find(String name);
}
