package dev.gatewright.example.authorization;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

/** Starts servers that are not told what they need. */
class ConfigurationIT {

  /** Starts with a signing key, and without the demonstration's configuration. */
  private static void start(String... more) throws JOSEException {
    String key = new ECKeyGenerator(Curve.P_256).keyID("one").generate().toJSONString();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.profiles.active=production",
                "--server.port=0",
                "--authorization-server.signing-keys[0]=" + key));
    arguments.addAll(List.of(more));
    new SpringApplication(AuthorizationServerApplication.class)
        .run(arguments.toArray(String[]::new))
        .close();
  }

  @Test
  void withoutAnIssuerItDoesNotStart() {
    assertThatThrownBy(
            () ->
                start(
                    "--authorization-server.clients.screen.name=Screen",
                    "--authorization-server.clients.screen.grants=device-code"))
        .rootCause()
        .hasMessageContaining("'authorization-server.issuer' is missing")
        .hasMessageContaining("Fix:");
  }

  @Test
  void withoutClientsItDoesNotStart() {
    assertThatThrownBy(() -> start("--authorization-server.issuer=https://login.example"))
        .rootCause()
        .hasMessageContaining("'authorization-server.clients' is missing");
  }

  @Test
  void withAClientWhoseSecretIsInClearItDoesNotStart() {
    assertThatThrownBy(
            () ->
                start(
                    "--authorization-server.issuer=https://login.example",
                    "--authorization-server.clients.robot.name=Robot",
                    "--authorization-server.clients.robot.grants=client-credentials",
                    "--authorization-server.clients.robot.secret-hash=in-clear"))
        .rootCause()
        .hasMessageContaining("'authorization-server.clients.robot.secret-hash' is no bcrypt hash");
  }

  @Test
  void withoutASigningKeyItDoesNotStart() {
    assertThatThrownBy(
            () ->
                new SpringApplication(AuthorizationServerApplication.class)
                    .run(
                        "--spring.profiles.active=production",
                        "--server.port=0",
                        "--authorization-server.issuer=https://login.example",
                        "--authorization-server.clients.screen.name=Screen",
                        "--authorization-server.clients.screen.grants=device-code"))
        .rootCause()
        .hasMessageContaining("'authorization-server.signing-keys' is missing")
        .hasMessageContaining("Fix:");
  }
}
