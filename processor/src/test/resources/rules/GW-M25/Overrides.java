// clean
package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** An override may do what it overrides, through generics and whatever is between. */
interface Listing {
  @Secured(roles = "clerk")
  default List<String> all() {
    return List.of();
  }
}

class Crud<T, I> {
  @Secured(roles = "admin")
  public T delete(I id) {
    return null;
  }

  @Secured(roles = "admin")
  protected String delete(List<? extends I> ids) {
    return "many" + ids;
  }

  public String free(int number) {
    return "none" + number;
  }

  @Secured(roles = "admin")
  public String free(String name) {
    return free(name.length());
  }
}

class Accounts extends Crud<String, Long> implements Listing {
  @Override
  public String delete(Long id) {
    Function<Long, String> again = super::delete;
    Supplier<String> later =
        new Supplier<>() {
          @Override
          public String get() {
            return orders.Accounts.super.delete(id);
          }
        };
    class Local {
      String run() {
        return Accounts.super.delete(id);
      }
    }
    return super.delete(id) + again.apply(id) + later.get() + new Local().run();
  }

  @Override
  protected String delete(List<? extends Long> ids) {
    return super.delete(ids);
  }

  @Override
  public List<String> all() {
    return Listing.super.all();
  }

  @Public(reason = "no endpoint of the supertype")
  public String count() {
    return super.free(5) + super.toString();
  }
}
