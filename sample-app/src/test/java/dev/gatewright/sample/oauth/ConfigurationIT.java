package dev.gatewright.sample.oauth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatewright.sample.BankApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** A bank that is not told what its authorization server needs does not start. */
class ConfigurationIT {

  @TempDir private Path secrets;

  /** With all that the rest of the bank needs. */
  private void start(String... more) throws JOSEException, IOException {
    String key = new ECKeyGenerator(Curve.P_256).keyID("bank-1").generate().toJSONString();
    Path signingKey = secrets.resolve("bank-signing-key");
    if (Files.notExists(signingKey)) {
      Files.writeString(signingKey, key);
    }
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.profiles.active=production",
                "--server.port=0",
                "--gatewright.api-keys.pepper=ymVnhRT+6s3lUjRP8hPK76SPXT7Xz+k5QmBpP2TSQB8=",
                "--gatewright.dpop.origins=https://bank.example",
                "--gatewright.secrets.directory=" + secrets,
                "--bank.oauth.signing-keys[0]=" + key));
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

  @Test
  void withASigningKeyThatIsNoneItDoesNotStartAndDoesNotRepeatIt() throws Exception {
    Files.writeString(secrets.resolve("bank-signing-key"), "{\"d\":\"in-clear\"}");

    assertThatThrownBy(() -> start("--bank.oauth.issuer=https://bank.example"))
        .rootCause()
        .hasMessageContaining("'bank.signing-key-name'")
        .hasMessageContaining("Fix:")
        .hasMessageNotContaining("in-clear");
  }
}
