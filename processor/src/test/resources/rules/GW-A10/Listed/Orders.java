// clean
// option -Agatewright.baseline=${fixture}/gatewright-baseline.txt
package orders;

import dev.gatewright.Secured;
import org.springframework.web.bind.annotation.*;

/** One is decided; the others are listed by the class that serves them. */
@RestController
class Orders extends Base<String> implements OrderApi {
  @GetMapping("/orders/{id}")
  @Secured
  String find(@PathVariable String id) {
    return id;
  }

  @DeleteMapping("/orders/{id}")
  void cancel(@PathVariable String id, int[] lines, java.util.Map.Entry<String, String> entry) {}

  @Override
  public void ship() {}

  /** A nested class is named as reflection names it. */
  @RestController
  static class Nested {
    @GetMapping("/nested")
    void list() {}
  }
}

class Base<T> {
  @PostMapping("/orders")
  void create(@RequestBody T body) {}
}

interface OrderApi {
  @PostMapping("/orders/shipped")
  void ship();
}

/** What a guard could not extend needs none. */
@RestController
final class FinalOrders {
  @GetMapping("/final")
  void list() {}
}

@RestController
record RecordOrders() {
  @GetMapping("/record")
  void list() {}
}
