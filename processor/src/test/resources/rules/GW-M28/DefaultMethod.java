package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.runtime.Gate;
import java.util.List;
import java.util.function.UnaryOperator;

class Beans {
  Orders orders(Gate gate) {
    return new OrdersGuard(id -> id, gate);
  }
}

interface Reading {
  @Secured(roles = "clerk")
  default String read(String id) {
    return id;
  }

  default String readTwice(String id) {
    // expect 16: [GW-M28] Gatewright cannot guard Reading.read(String): Reading.readTwice calls it on the object that OrdersGuard hands calls on to, where nothing is asked. Fix: annotate the class that implements Orders instead of using OrdersGuard, or move Reading.readTwice to a class that has the guard.
    return read(id) + id;
  }
}

interface Orders extends Reading {
  @Secured(roles = "admin")
  @RateLimited(permits = 1, per = "1h")
  String delete(String id);

  default List<String> deleteAll(List<String> ids) {
    // expect 29: [GW-M28] Gatewright cannot guard Orders.delete(String): Orders.deleteAll calls it on the object that OrdersGuard hands calls on to, where nothing is asked. Fix: annotate the class that implements Orders instead of using OrdersGuard, or move Orders.deleteAll to a class that has the guard.
    return ids.stream().map(this::delete).toList();
  }

  @Secured
  default String deleteFirst(List<String> ids) {
    // expect 23: [GW-M28] Gatewright cannot guard Orders.delete(String): Orders.deleteFirst calls it on the object that OrdersGuard hands calls on to, where nothing is asked. Fix: annotate the class that implements Orders instead of using OrdersGuard, or move Orders.deleteFirst to a class that has the guard.
    return this.delete(ids.get(0));
  }

  private UnaryOperator<String> helper() {
    return new UnaryOperator<>() {
      @Override
      public String apply(String id) {
        // expect 22: [GW-M28] Gatewright cannot guard Orders.delete(String): Orders.helper calls it on the object that OrdersGuard hands calls on to, where nothing is asked. Fix: annotate the class that implements Orders instead of using OrdersGuard, or move Orders.helper to a class that has the guard.
        // expect 47: [GW-M28] Gatewright cannot guard Orders.delete(String): Orders.helper calls it on the object that OrdersGuard hands calls on to, where nothing is asked. Fix: annotate the class that implements Orders instead of using OrdersGuard, or move Orders.helper to a class that has the guard.
        return delete(id) + Orders.this.delete(id);
      }
    };
  }

  default UnaryOperator<String> free() {
    return id -> helper().apply(id) + deleteAll(List.of(id));
  }
}
