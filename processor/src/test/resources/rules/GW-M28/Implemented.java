// clean
package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.Gate;
import java.util.List;

/** The guard of a class runs the interface's default methods itself. */
interface Orders {
  @Secured(roles = "admin")
  String delete(String id);

  default List<String> deleteAll(List<String> ids) {
    return ids.stream().map(this::delete).toList();
  }
}

class Shop implements Orders {
  @Override
  public String delete(String id) {
    return id;
  }
}

/** The default method asks as much, and others call another object. */
@Secured(roles = "admin")
interface Reports {
  String one(String id);

  default String two(String id) {
    return one(id) + this.one(id);
  }

  default String ofAnother(Reports other, String id) {
    return other.one(id);
  }
}

class Beans {
  Reports reports(Gate gate) {
    return new ReportsGuard(id -> id, gate);
  }

  Orders orders(Gate gate) {
    return new ShopGuard(gate);
  }
}
