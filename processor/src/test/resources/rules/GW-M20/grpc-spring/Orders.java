package orders;

import dev.gatewright.Secured;
import org.springframework.grpc.server.service.GrpcService;

@GrpcService
// expect 1: [GW-M20] @Secured cannot guard GrpcServiceBean: gRPC reaches it by @GrpcService, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class GrpcServiceBean {
  void call() {}
}
