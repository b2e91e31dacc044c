package orders;

import dev.gatewright.Secured;
import org.springframework.scheduling.annotation.Async;

@Async
// expect 1: [GW-M21] @Secured cannot guard OfType: a task executor calls it by @Async and without a request, so the guard would always refuse. Fix: put that annotation on methods that bear none of Gatewright's.
@Secured
class OfType {
  void work() {}
}

@Async
interface Background {
  void work();
}

class OfInterface implements Background {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OfInterface: a task executor calls it by @Async and without a request, so the guard would always refuse. Fix: put that annotation on methods that bear none of Gatewright's.
  @Secured
  public void work() {}
}

@Async
class Unannotated {
  void work() {}
}
