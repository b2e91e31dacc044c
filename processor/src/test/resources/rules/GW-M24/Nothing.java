package orders;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import org.springframework.beans.factory.InitializingBean;

// expect 1: [GW-M24] @Secured cannot guard Empty: it has no method that the annotation reaches. Fix: remove it, or make the class abstract if it is for subclasses.
@Secured
class Empty {}

// expect 1: [GW-M24] @Public cannot guard OnlyFields: it has no method that the annotation reaches. Fix: remove it, or make the class abstract if it is for subclasses.
@Public(reason = "nothing is here")
class OnlyFields {
  static int count;

  static void reset() {}

  private void helper() {}

  @Override
  public String toString() {
    return "";
  }
}

// expect 1: [GW-M24] @RateLimited cannot guard Limited: it has no method that the annotation reaches. Fix: remove it, or make the class abstract if it is for subclasses.
@RateLimited(permits = 1, per = "1s")
@ValidatedInput
class Limited {}

// expect 1: [GW-M24] @Secured cannot guard OnlySetUp: it has no method that the annotation reaches. Fix: remove it, or make the class abstract if it is for subclasses.
@Secured
class OnlySetUp implements InitializingBean {
  @Override
  public void afterPropertiesSet() {}
}
