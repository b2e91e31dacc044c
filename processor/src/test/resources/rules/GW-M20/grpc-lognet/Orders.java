package orders;

import dev.gatewright.Secured;
import org.lognet.springboot.grpc.GRpcService;

@GRpcService
// expect 1: [GW-M20] @Secured cannot guard GRpcServiceBean: gRPC reaches it by @GRpcService, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class GRpcServiceBean {
  void call() {}
}
