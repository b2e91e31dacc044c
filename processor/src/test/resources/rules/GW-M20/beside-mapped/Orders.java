package orders;

import dev.gatewright.Secured;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.web.bind.annotation.GetMapping;

// expect 1: [GW-M20] @Secured cannot guard TypeLevel.orders(): Spring GraphQL reaches it by @QueryMapping, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
@Secured
class TypeLevel {
  @GetMapping("/orders")
  String list() {
    return "";
  }

  @QueryMapping
  String orders() {
    return "";
  }

  void helper() {}
}

class MethodLevel {
  @GetMapping("/orders")
  @Secured
  String list() {
    return "";
  }

  @Composed
  // expect 10: [GW-M20] Gatewright cannot guard MethodLevel.say(): Spring messaging reaches it by @Composed, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  String say() {
    return "";
  }
}

@Secured
class Base {
  void call() {}
}

class Inherited extends Base {
  @Composed
  // expect 8: [GW-M20] @Secured cannot guard Inherited.say(): Spring messaging reaches it by @Composed, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  void say() {}
}
