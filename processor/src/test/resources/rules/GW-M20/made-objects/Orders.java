package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import jakarta.persistence.Entity;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@Secured
class Order {
  void cancel() {}
}

class Free {
  String name;
}

class Partly {
  @Public(reason = "everyone may read names")
  String name() {
    return "";
  }
}

@Entity
// expect 1: [GW-M20] @Secured cannot guard Stored: Jakarta Persistence reaches it by @Entity, and Gatewright has no module that guards what comes in that way. Fix: annotate the controller that uses it.
@Secured
class Stored {
  void cancel() {}
}

// expect 1: [GW-M20] @Secured cannot guard Validator: Jakarta Validation reaches it by ConstraintValidator, and Gatewright has no module that guards what comes in that way. Fix: annotate the controller that uses it.
@Secured
class Validator implements ConstraintValidator<NotBlank, String> {
  @Override
  public boolean isValid(String value, ConstraintValidatorContext context) {
    return true;
  }
}

@RestController
@Secured
class Orders {
  @PostMapping("/orders")
  // expect 33: [GW-M20] @Secured cannot guard Order: the framework that reads the request reaches it by parameter 'order' of Orders.place(Order, Free), and Gatewright has no module that guards what comes in that way. Fix: annotate Orders.place(Order, Free).
  void place(@RequestBody Order order, Free free) {}

  @PostMapping("/several")
  // expect 56: [GW-M20] @Public cannot guard Partly: the framework that reads the request reaches it by parameter 'form' of Orders.several(List, Partly), and Gatewright has no module that guards what comes in that way. Fix: annotate Orders.several(List, Partly).
  // expect 41: [GW-M20] @Secured cannot guard Order: the framework that reads the request reaches it by parameter 'orders' of Orders.several(List, Partly), and Gatewright has no module that guards what comes in that way. Fix: annotate Orders.several(List, Partly).
  void several(@RequestBody List<Order> orders, Partly form) {}

  void unmapped(Order order) {}
}
