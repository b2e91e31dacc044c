package orders;

import dev.gatewright.Secured;
import dev.gatewright.runtime.caller.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NameBoundToOther {
  @GetMapping("/transfers/{from}")
  // expect 34: [GW-P04] OwnsAccount cannot be a policy of NameBoundToOther.find(String, String): OwnsAccount.permits(Caller, String) asks for 'String from', and requests have another parameter by that name. Fix: name the parameters as requests do.
  @Secured(policies = OwnsAccount.class)
  void find(@PathVariable("from") String account, @RequestParam("peer") String from) {}

  @GetMapping("/accounts/{from}")
  @Secured(policies = OwnsAccount.class)
  void same(@PathVariable("from") String from, @RequestParam("peer") String other) {}
}

class OwnsAccount {
  public boolean permits(Caller caller, String from) {
    return caller.subject().equals(from);
  }
}
