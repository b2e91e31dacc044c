package orders;

import dev.gatewright.Secured;
import io.awspring.cloud.sqs.annotation.SqsHandler;
import io.awspring.cloud.sqs.annotation.SqsListener;

class Listener {
  @SqsListener
  // expect 3: [GW-M21] @Secured cannot guard Listener.sqsListener(): Spring Cloud AWS calls it by @SqsListener and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void sqsListener() {}

  @SqsHandler
  // expect 3: [GW-M21] @Secured cannot guard Listener.sqsHandler(): Spring Cloud AWS calls it by @SqsHandler and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void sqsHandler() {}
}
