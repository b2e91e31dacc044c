package orders;

class Anonymous {
  final Object orders =
      new Object() {
        // expect 9: [GW-M13] @RateLimited cannot guard an anonymous class: it is declared inside a body, out of any guard's reach. Fix: make it a top-level class or a static nested class.
        @dev.gatewright.RateLimited(permits = 1, per = "1s")
        void list() {}
      };

  final Runnable later =
      () ->
          new Object() {
            // expect 13: [GW-M13] @Public cannot guard an anonymous class: it is declared inside a body, out of any guard's reach. Fix: make it a top-level class or a static nested class.
            @dev.gatewright.Public(reason = "Nobody knows it.")
            void list() {}
          }.list();
}
