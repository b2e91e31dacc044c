package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import java.util.List;

// expect 10: [GW-M16] Crud gets no guard of its own: it is abstract, and its concrete subclasses get theirs. Fix: none needed.
abstract class Crud {
  @Secured(roles = "admin")
  public String delete(String id) {
    return id;
  }
}

class Accounts extends Crud {
  @Public(reason = "deletes in bulk")
  public void bulk(List<String> ids) {
    // expect 35: [GW-M25] Gatewright cannot guard Crud.delete(String): Accounts.bulk calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'delete' without 'super', or move what both do to a method without Gatewright's annotations.
    ids.forEach(id -> super.delete(id));
  }
}
