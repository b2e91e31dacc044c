package orders;

import dev.gatewright.Secured;
import org.springframework.shell.command.annotation.Command;
import org.springframework.shell.standard.ShellMethod;

class Jobs {
  @ShellMethod
  // expect 3: [GW-M21] @Secured cannot guard Jobs.shellMethod(): Spring Shell calls it by @ShellMethod and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void shellMethod() {}

  @Command
  // expect 3: [GW-M21] @Secured cannot guard Jobs.command(): Spring Shell calls it by @Command and without a request, so the guard would always refuse. Fix: move it to a class without Gatewright's annotations.
  @Secured
  void command() {}
}
