package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.vault.VaultGuard;
import dev.gatewright.applications.weaving.Answering;
import dev.gatewright.applications.weaving.WovenApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AspectJ weaves advice into classes, not around beans. */
class WeavingIT {
  private static final String EXCLUSION = "<exclude within=\"@dev.gatewright.runtime.GuardOf *\"/>";

  @TempDir Path classes;

  private ChildJvm woven(String exclusion) throws IOException {
    Path configuration = Files.createDirectory(classes.resolve("META-INF")).resolve("aop.xml");
    Files.writeString(
        configuration,
        "<aspectj><aspects><aspect name=\"%s\"/></aspects><weaver>%s%s</weaver></aspectj>"
            .formatted(
                Answering.class.getName(),
                "<include within=\"dev.gatewright.applications..*\"/>",
                exclusion));
    return ChildJvm.woven(WovenApplication.class, Application.of().allProperties(), classes);
  }

  @Test
  void adviceInAGuardStopsTheStart() throws IOException {
    try (ChildJvm jvm = woven("")) {
      assertThat(jvm.awaitEndOr("Started WovenApplication"))
          .contains("AspectJ has woven advice into " + VaultGuard.class.getName(), EXCLUSION)
          .doesNotContain("Started WovenApplication");
    }
  }

  /** What the refusal proposes; advice in the guarded class runs behind the guard. */
  @Test
  void withGuardsExcludedItAnswersWhomTheGuardLetsIn() throws IOException {
    try (ChildJvm jvm = woven(EXCLUSION)) {
      int port = jvm.portAfter("Tomcat started on port ");

      get(port, "").isClosedWith(401);
      get(port, "Authorization: Bearer " + Tokens.withRole("keeper") + "\r\n").isTheSecret();
    }
  }

  private static Answer get(int port, String header) {
    return RunningApplication.send(
        port, "GET /vault HTTP/1.1\r\nHost: a\r\n" + header + "Connection: close\r\n\r\n");
  }
}
