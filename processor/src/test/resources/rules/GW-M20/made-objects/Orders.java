package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Entity;
import jakarta.persistence.PrePersist;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
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

  @PostMapping("/held")
  // expect 33: [GW-M20] @Secured cannot guard Discount: the framework that reads the request reaches it by parameter 'basket' of Orders.held(Basket), and Gatewright has no module that guards what comes in that way. Fix: annotate Orders.held(Basket).
  void held(@RequestBody Basket basket) {}

  @PostMapping("/inherited")
  // expect 57: [GW-M20] @Secured cannot guard Discount: the framework that reads the request reaches it by parameter 'discounts' of Orders.inherited(Map), and Gatewright has no module that guards what comes in that way. Fix: annotate Orders.inherited(Map).
  void inherited(@RequestBody Map<String, List<Coupon>> discounts) {}

  @PostMapping("/subtype")
  // expect 37: [GW-M20] @Secured cannot guard Wipe: the framework that reads the request reaches it by parameter 'command' of Orders.subtype(Command), and Gatewright has no module that guards what comes in that way. Fix: annotate Orders.subtype(Command).
  void subtype(@RequestBody Command command) {}

  @PostMapping("/bean")
  void bean(@RequestBody Session session) {}

  @PostMapping("/answered")
  // expect 18: [GW-M20] @Secured cannot guard View: the framework that writes the response reaches it by what Orders.answered() returns, and Gatewright has no module that guards what comes in that way. Fix: annotate Orders.answered(), and return only what its callers may see.
  Optional<View> answered() {
    return Optional.empty();
  }
}

class Discount {
  private int percent;

  @Secured(roles = "admin")
  public void setPercent(int percent) {
    this.percent = percent;
  }
}

class Coupon extends Discount {}

class Line {
  public Discount discount;
}

record Basket(List<Line> lines) {}

sealed interface Command permits Wipe, Keep {}

final class Keep implements Command {}

non-sealed class Wipe implements Command {
  @Secured
  public void run() {}
}

interface View {
  String getName();

  @Secured(roles = "admin")
  String getSalary();
}

@Component
@Secured
class Keeper {
  public void keep() {}
}

/** A property may hold a bean. */
class Session {
  public Keeper keeper;
}

@RestController
@Secured
class Generic extends Crud<Coupon> {
  @Override
  @PostMapping("/generic")
  // expect 32: [GW-M20] @Secured cannot guard Discount: the framework that reads the request reaches it by parameter 'it' of Generic.put(Coupon), and Gatewright has no module that guards what comes in that way. Fix: annotate Generic.put(Coupon).
  void put(@RequestBody Coupon it) {}
}

abstract class Crud<T> {
  void put(T it) {}
}

// expect 1: [GW-M20] @Secured cannot guard Codes: Jakarta Persistence reaches it by AttributeConverter, and Gatewright has no module that guards what comes in that way. Fix: annotate the controller that uses it.
@Secured
class Codes implements AttributeConverter<String, String> {
  public String convert(String value) {
    return value;
  }
}

class Listener {
  @PrePersist
  // expect 3: [GW-M20] @Secured cannot guard Listener.before(Object): Jakarta Persistence reaches it by @PrePersist, and Gatewright has no module that guards what comes in that way. Fix: annotate the controller that uses it.
  @Secured
  public void before(Object entity) {}
}
