package orders;

import dev.gatewright.Secured;
import org.springframework.shell.core.command.annotation.Command;

class Jobs {
  @Command
  // expect 3: [GW-M21] @Secured cannot guard Jobs.command(): Spring Shell calls it by @Command and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void command() {}
}
