package orders;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

class Composed {
  @Secured(roles = "admin")
  @Retention(RetentionPolicy.RUNTIME)
  // expect 4: [GW-M14] Gatewright cannot guard Composed.AdminOnly: it is an annotation type, which nobody calls. Fix: annotate the endpoint itself.
  @interface AdminOnly {}

  @RateLimited(permits = 1, per = "1m")
  @Retention(RetentionPolicy.RUNTIME)
  // expect 4: [GW-M14] Gatewright cannot guard Composed.Slow: it is an annotation type, which nobody calls. Fix: annotate the endpoint itself.
  @interface Slow {}

  // expect 3: [GW-M19] @RateLimited cannot guard Composed.VerySlow: it only stands on @Slow, and an annotation that bears it guards nothing. Fix: write @RateLimited here as well as, or instead of, @Slow.
  @Slow
  @Retention(RetentionPolicy.RUNTIME)
  @interface VerySlow {}

  // expect 3: [GW-M19] @Secured cannot guard Composed.cancel(String): it only stands on @AdminOnly, and an annotation that bears it guards nothing. Fix: write @Secured here as well as, or instead of, @AdminOnly.
  @AdminOnly
  void cancel(String id) {}

  // expect 3: [GW-M19] @RateLimited cannot guard Composed.Export: it only stands on @VerySlow, and an annotation that bears it guards nothing. Fix: write @RateLimited here as well as, or instead of, @VerySlow.
  @VerySlow
  static class Export {
    void run() {}
  }
}
