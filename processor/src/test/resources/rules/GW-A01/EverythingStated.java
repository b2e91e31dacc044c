// clean
package orders;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;

@Secured
class EverythingStated {
  @GetMapping("/orders")
  String list() {
    return "";
  }

  @GetMapping("/prices")
  @Public(reason = "Prices are on the shop's front page.")
  String prices() {
    return "";
  }

  @ExceptionHandler
  String failed(IllegalStateException failure) {
    return "";
  }
}
