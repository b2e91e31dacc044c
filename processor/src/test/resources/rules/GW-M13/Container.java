package orders;

import static dev.gatewright.RateLimited.*;

import dev.gatewright.RateLimited;

class Container {
  Object order() {
    class Order {
      // expect 7: [GW-M13] @RateLimited cannot guard the local class Order: it is declared inside a body, out of any guard's reach. Fix: make it a top-level class or a static nested class.
      @RateLimited.All(@RateLimited(permits = 1, per = "1m"))
      void pay() {}
    }
    return new Order();
  }

  Object basket =
      new Object() {
        // expect 9: [GW-M13] @RateLimited cannot guard an anonymous class: it is declared inside a body, out of any guard's reach. Fix: make it a top-level class or a static nested class.
        @All(@RateLimited(permits = 1, per = "1m"))
        void pay() {}
      };
}
