package dev.gatewright.sample.oauth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.sample.BankApplication;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

/** A bank that is not told what its authorization server needs does not start. */
class ConfigurationIT {

  /** With all that the rest of the bank needs. */
  private static void start(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.profiles.active=production",
                "--server.port=0",
                "--bank.demo=true",
                "--gatewright.api-keys.pepper=ymVnhRT+6s3lUjRP8hPK76SPXT7Xz+k5QmBpP2TSQB8="));
    arguments.addAll(List.of(more));
    new SpringApplication(BankApplication.class).run(arguments.toArray(String[]::new)).close();
  }

  @Test
  void withoutAnIssuerItDoesNotStart() {
    assertThatThrownBy(
            () ->
                start(
                    "--bank.oauth.clients.screen.name=Screen",
                    "--bank.oauth.clients.screen.grants=device-code"))
        .rootCause()
        .hasMessageContaining("'bank.oauth.issuer' is missing")
        .hasMessageContaining("Fix:");
  }

  @Test
  void withoutClientsItDoesNotStart() {
    assertThatThrownBy(() -> start("--bank.oauth.issuer=https://bank.example"))
        .rootCause()
        .hasMessageContaining("'bank.oauth.clients' is missing");
  }

  @Test
  void withAClientWhoseSecretIsInClearItDoesNotStart() {
    assertThatThrownBy(
            () ->
                start(
                    "--bank.oauth.issuer=https://bank.example",
                    "--bank.oauth.clients.robot.name=Robot",
                    "--bank.oauth.clients.robot.grants=client-credentials",
                    "--bank.oauth.clients.robot.secret-hash=in-clear"))
        .rootCause()
        .hasMessageContaining("'bank.oauth.clients.robot.secret-hash' is no bcrypt hash");
  }
}
