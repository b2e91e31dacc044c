package orders;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import java.util.List;

/** Methods of the same name and as many parameters are no overrides. */
// expect 10: [GW-M16] Crud gets no guard of its own: it is abstract, and its concrete subclasses get theirs. Fix: none needed.
abstract class Crud<T, I> {
  @Secured(roles = "admin")
  public T delete(I id) {
    return null;
  }

  @Secured(roles = "admin")
  @RateLimited(permits = 1, per = "1h")
  public String find(String id) {
    return id;
  }
}

interface Listing {
  @Secured(roles = "admin")
  default String page(String name) {
    return name;
  }
}

class Accounts extends Crud<String, Long> implements Listing {
  @Public(reason = "removes expired guests")
  public List<String> expire(List<String> names) {
    return names.stream().map(this::delete).toList();
  }

  private String delete(String name) {
    // expect 24: [GW-M25] Gatewright cannot guard Crud.delete(I): Accounts.delete calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'delete' without 'super', or move what both do to a method without Gatewright's annotations.
    return super.delete(Long.valueOf(name));
  }

  @Secured
  public String find(int number) {
    // expect 22: [GW-M25] Gatewright cannot guard Crud.find(String): Accounts.find calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'find' without 'super', or move what both do to a method without Gatewright's annotations.
    return super.find("n" + number);
  }

  @Public(reason = "by number")
  public String page(int number) {
    // expect 30: [GW-M25] Gatewright cannot guard Listing.page(String): Accounts.page calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'page' without 'super', or move what both do to a method without Gatewright's annotations.
    return Listing.super.page("" + number);
  }

  @Public(reason = "all of them")
  public List<String> page(List<String> names) {
    // expect 31: [GW-M25] Gatewright cannot guard Listing.page(String): Accounts.page calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'page' without 'super', or move what both do to a method without Gatewright's annotations.
    return names.stream().map(Listing.super::page).toList();
  }
}
