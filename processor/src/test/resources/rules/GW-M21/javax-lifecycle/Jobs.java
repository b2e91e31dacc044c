package orders;

import dev.gatewright.Secured;
import javax.annotation.PostConstruct;
import javax.annotation.PreDestroy;

class Jobs {
  @PostConstruct
  // expect 3: [GW-M21] @Secured cannot guard Jobs.postConstruct(): the container calls it by @PostConstruct and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void postConstruct() {}

  @PreDestroy
  // expect 3: [GW-M21] @Secured cannot guard Jobs.preDestroy(): the container calls it by @PreDestroy and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void preDestroy() {}
}
