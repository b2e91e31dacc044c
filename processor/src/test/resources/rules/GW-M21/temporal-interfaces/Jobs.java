package orders;

import dev.gatewright.Secured;
import io.temporal.activity.ActivityInterface;
import io.temporal.workflow.WorkflowInterface;

@WorkflowInterface
interface Workflow {
  void run();
}

// expect 1: [GW-M21] @Secured cannot guard OrderWorkflow: Temporal calls it by @WorkflowInterface and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
@Secured
class OrderWorkflow implements Workflow {
  @Override
  public void run() {}
}

@ActivityInterface
interface Activity {
  void ship();
}

class OrderActivity implements Activity {
  @Override
  // expect 3: [GW-M21] @Secured cannot guard OrderActivity: Temporal calls it by @ActivityInterface and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  public void ship() {}
}
