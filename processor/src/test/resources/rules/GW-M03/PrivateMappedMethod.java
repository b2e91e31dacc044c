package orders;

import dev.gatewright.Secured;
import org.springframework.web.bind.annotation.GetMapping;

class PrivateMappedMethod {
  @GetMapping("/orders")
  @Secured
  // expect 18: [GW-M03] @Secured cannot guard PrivateMappedMethod.list(): the method is private, so the guard cannot override it. Fix: remove 'private'.
  private String list() {
    return "";
  }
}
