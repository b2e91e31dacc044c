package orders;

import dev.gatewright.Secured;
import java.util.function.Supplier;

/** Code of the class that is no method of it, or in another class inside of it. */
class Vault {
  @Secured(roles = "admin")
  public String open() {
    return "opened";
  }
}

class Outer {
  static class Door extends Vault {
    // expect 44: [GW-M25] Gatewright cannot guard Vault.open(): Door calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'open' without 'super', or move what both do to a method without Gatewright's annotations.
    private final String field = super.open();

    // expect 65: [GW-M25] Gatewright cannot guard Vault.open(): Door calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'open' without 'super', or move what both do to a method without Gatewright's annotations.
    private final Supplier<String> later = () -> Door.super.open();

    Door() {
      // expect 17: [GW-M25] Gatewright cannot guard Vault.open(): Door calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'open' without 'super', or move what both do to a method without Gatewright's annotations.
      super.open();
    }

    {
      // expect 28: [GW-M25] Gatewright cannot guard Vault.open(): Door calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'open' without 'super', or move what both do to a method without Gatewright's annotations.
      Outer.Door.super.open();
    }

    @Override
    public String open() {
      return "over" + field + later.get();
    }

    class Member {
      String run() {
        // expect 31: [GW-M25] Gatewright cannot guard Vault.open(): Door calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'open' without 'super', or move what both do to a method without Gatewright's annotations.
        return Door.super.open();
      }
    }

    private class Task implements Supplier<String> {
      @Override
      public String get() {
        // expect 44: [GW-M25] Gatewright cannot guard Vault.open(): Door calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'open' without 'super', or move what both do to a method without Gatewright's annotations.
        return orders.Outer.Door.super.open();
      }
    }

    String go() {
      Supplier<String> anonymous =
          new Supplier<>() {
            @Override
            public String get() {
              // expect 50: [GW-M25] Gatewright cannot guard Vault.open(): Door.go calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'open' without 'super', or move what both do to a method without Gatewright's annotations.
              return orders.Outer.Door.super.open();
            }
          };
      // expect 36: [GW-M25] Gatewright cannot guard Vault.open(): Door.go calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'open' without 'super', or move what both do to a method without Gatewright's annotations.
      Supplier<String> reference = Outer.Door.super::open;
      // expect 41: [GW-M25] Gatewright cannot guard Vault.open(): Door.go calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'open' without 'super', or move what both do to a method without Gatewright's annotations.
      Runnable lambda = () -> super.open();
      lambda.run();
      class Local {
        String run() {
          // expect 39: [GW-M25] Gatewright cannot guard Vault.open(): Door.go calls it by 'super', which reaches the supertype's own method and not the guard. Fix: call 'open' without 'super', or move what both do to a method without Gatewright's annotations.
          return Outer.Door.super.open();
        }
      }
      return anonymous.get() + reference.get() + new Local().run() + new Task().get();
    }
  }
}
