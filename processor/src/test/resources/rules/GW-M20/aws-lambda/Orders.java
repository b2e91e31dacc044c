package orders;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.gatewright.Secured;

// expect 1: [GW-M20] @Secured cannot guard OfRequests: AWS Lambda reaches it by RequestHandler, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class OfRequests implements RequestHandler {
  @Override
  public Object handleRequest(Object input) {
    return input;
  }
}

// expect 1: [GW-M20] @Secured cannot guard OfStreams: AWS Lambda reaches it by RequestStreamHandler, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class OfStreams implements RequestStreamHandler {
  @Override
  public Object handle(Object input) {
    return input;
  }
}
