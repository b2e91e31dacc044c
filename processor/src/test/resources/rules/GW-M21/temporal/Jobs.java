package orders;

import dev.gatewright.Secured;
import io.temporal.activity.ActivityMethod;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowMethod;

class Jobs {
  @WorkflowMethod
  // expect 3: [GW-M21] @Secured cannot guard Jobs.workflowMethod(): Temporal calls it by @WorkflowMethod and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void workflowMethod() {}

  @SignalMethod
  // expect 3: [GW-M21] @Secured cannot guard Jobs.signalMethod(): Temporal calls it by @SignalMethod and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void signalMethod() {}

  @QueryMethod
  // expect 3: [GW-M21] @Secured cannot guard Jobs.queryMethod(): Temporal calls it by @QueryMethod and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void queryMethod() {}

  @UpdateMethod
  // expect 3: [GW-M21] @Secured cannot guard Jobs.updateMethod(): Temporal calls it by @UpdateMethod and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void updateMethod() {}

  @ActivityMethod
  // expect 3: [GW-M21] @Secured cannot guard Jobs.activityMethod(): Temporal calls it by @ActivityMethod and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void activityMethod() {}
}
