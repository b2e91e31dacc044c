package orders;

import dev.gatewright.Secured;
import org.lognet.springboot.grpc.GRpcService;

@GRpcService
// expect 1: [GW-M20] @Secured cannot guard GRpcServiceBean: gRPC reaches it by @GRpcService, and has no adapter that would ask a guard. Fix: move what it does to a Spring MVC controller.
@Secured
class GRpcServiceBean {
  void call() {}
}
