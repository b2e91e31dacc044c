package orders;

import dev.gatewright.Secured;
import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.annotations.Recurring;

class Jobs {
  @Job
  // expect 3: [GW-M21] @Secured cannot guard Jobs.job(): JobRunr calls it by @Job and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void job() {}

  @Recurring
  // expect 3: [GW-M21] @Secured cannot guard Jobs.recurring(): JobRunr calls it by @Recurring and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void recurring() {}
}
