// clean
package orders;

import dev.gatewright.Secured;
import org.springframework.web.bind.annotation.GetMapping;

class FinalHelperOfController {
  @GetMapping("/orders")
  @Secured
  String list() {
    return render();
  }

  // Not an endpoint: neither mapped nor annotated.
  final String render() {
    return "";
  }
}
