package orders;

import dev.gatewright.Public;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Public(reason = "anybody may see whether the service is alive")
interface Health {
  String ping();
}

@RestController
class OfSupertype implements Health {
  @Override
  @GetMapping("/ping")
  public String ping() {
    return "alive";
  }

  @DeleteMapping("/orders")
  // expect 17: [GW-A01] OfSupertype.purge() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  public String purge() {
    return "purged";
  }
}
