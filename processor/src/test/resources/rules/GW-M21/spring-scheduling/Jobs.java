package orders;

import dev.gatewright.Secured;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.Schedules;

class Jobs {
  @Scheduled
  // expect 3: [GW-M21] @Secured cannot guard Jobs.scheduled(): the scheduler calls it by @Scheduled and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void scheduled() {}

  @Schedules
  // expect 3: [GW-M21] @Secured cannot guard Jobs.schedules(): the scheduler calls it by @Schedules and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void schedules() {}

  @Async
  // expect 3: [GW-M21] @Secured cannot guard Jobs.async(): a task executor calls it by @Async and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void async() {}
}
