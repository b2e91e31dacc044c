package orders;

import dev.gatewright.Secured;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Secured
class PrivateBuilder {
  private static class Builder {}

  @Retention(RetentionPolicy.RUNTIME)
  private @interface Mark {}

  PrivateBuilder() {}

  // Private, as the type is: no guard repeats it.
  private PrivateBuilder(Builder builder, int size) {}

  // expect 3: [GW-M18] @Secured cannot guard PrivateBuilder(Builder): its signature or an annotation names orders.PrivateBuilder.Builder, which the guard in package orders cannot see. Fix: make that type visible there.
  PrivateBuilder(Builder builder) {}

  // expect 3: [GW-M18] @Secured cannot guard PrivateBuilder(String): its signature or an annotation names orders.PrivateBuilder.Mark, which the guard in package orders cannot see. Fix: make that type visible there.
  PrivateBuilder(@Mark String name) {}

  // expect 28: [GW-M18] @Secured cannot guard PrivateBuilder.find(String): its signature or an annotation names orders.PrivateBuilder.Builder, which the guard in package orders cannot see. Fix: make that type visible there.
  <X extends Builder> void find(String id) {}
}
