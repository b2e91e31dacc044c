package orders;

import dev.gatewright.Secured;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

class MappedMethod {
  @GetMapping("/orders")
  @Secured
  String list() {
    return "";
  }

  @DeleteMapping("/orders/{id}")
  // expect 8: [GW-A01] MappedMethod.cancel(String) is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  void cancel(@PathVariable String id) {}
}
