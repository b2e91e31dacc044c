package orders;

import dev.gatewright.Secured;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.Timeout;

class Jobs {
  @Schedule
  // expect 3: [GW-M21] @Secured cannot guard Jobs.schedule(): the scheduler calls it by @Schedule and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void schedule() {}

  @Schedules
  // expect 3: [GW-M21] @Secured cannot guard Jobs.schedules(): the scheduler calls it by @Schedules and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void schedules() {}

  @Timeout
  // expect 3: [GW-M21] @Secured cannot guard Jobs.timeout(): the scheduler calls it by @Timeout and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void timeout() {}

  @Asynchronous
  // expect 3: [GW-M21] @Secured cannot guard Jobs.asynchronous(): a task executor calls it by @Asynchronous and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void asynchronous() {}
}
