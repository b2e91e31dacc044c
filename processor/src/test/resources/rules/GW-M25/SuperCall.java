package orders;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import java.util.List;
import java.util.function.Consumer;

// expect 10: [GW-M16] Crud gets no guard of its own: it is abstract, and its concrete subclasses get theirs. Fix: none needed.
abstract class Crud {
  @Secured(roles = "admin")
  @RateLimited(permits = 1, per = "1h")
  public String delete(String id) {
    return id;
  }

  @Secured(roles = "admin")
  public String delete(String id, boolean hard) {
    return id + hard;
  }

  String free(String id) {
    return id;
  }
}

interface Listing {
  @Secured(roles = "clerk")
  default List<String> all() {
    return List.of();
  }
}

class Accounts extends Crud implements Listing {
  @Public(reason = "deletes in bulk")
  public void bulk(List<String> ids) {
    // expect 35: [GW-M25] Gatewright cannot guard Crud.delete(String): Accounts.bulk calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'delete' without 'super', or move what both do to a method without Gatewright's annotations.
    ids.forEach(id -> super.delete(id));
  }

  private List<String> helper() {
    Consumer<String> free = super::free;
    // expect 30: [GW-M25] Gatewright cannot guard Crud.delete(String): Accounts.helper calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'delete' without 'super', or move what both do to a method without Gatewright's annotations.
    Consumer<String> first = super::delete;
    // expect 29: [GW-M25] Gatewright cannot guard Listing.all(): Accounts.helper calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'all' without 'super', or move what both do to a method without Gatewright's annotations.
    return Listing.super.all();
  }

  final Object inner =
      new Crud() {
        Object all() {
          // expect 64: [GW-M25] Gatewright cannot guard Crud.delete(String, boolean): Accounts calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'delete' without 'super', or move what both do to a method without Gatewright's annotations.
          return super.delete("", true) + Accounts.super.delete("", true);
        }
      };
}
