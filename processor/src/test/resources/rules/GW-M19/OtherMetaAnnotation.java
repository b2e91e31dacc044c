// clean
package orders;

import dev.gatewright.Secured;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

class OtherMetaAnnotation {
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @interface Audited {}

  @Audited
  @Secured
  void cancel(String id) {}
}
