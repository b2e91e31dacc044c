package orders;

import dev.gatewright.Secured;
import org.springframework.data.rest.webmvc.BasePathAwareController;
import org.springframework.data.rest.webmvc.RepositoryRestController;
import org.springframework.web.bind.annotation.GetMapping;

@RepositoryRestController
// expect 1: [GW-M20] @Secured cannot guard Orders: Spring Data REST reaches it by @RepositoryRestController, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class Orders {
  @GetMapping("/orders/special")
  String special() {
    return "";
  }
}

@BasePathAwareController
// expect 1: [GW-M20] @Secured cannot guard Exports: Spring Data REST reaches it by @BasePathAwareController, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class Exports {
  @GetMapping("/exports")
  String all() {
    return "";
  }
}
