package orders;

import dev.gatewright.Secured;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Secured
@Retention(RetentionPolicy.RUNTIME)
// expect 2: [GW-M14] @Secured cannot guard Guarded: it is an annotation type, which nobody calls. Fix: annotate the endpoint itself.
@interface Guarded {
  String value();
}
