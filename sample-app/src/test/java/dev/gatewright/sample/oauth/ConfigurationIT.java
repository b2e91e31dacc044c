package dev.gatewright.sample.oauth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.gatewright.sample.BankApplication;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

/** A bank that is not told what its authorization server needs does not start. */
class ConfigurationIT {

  /** With all that the rest of the bank needs. */
  private static void start(String... more) throws JOSEException {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("bank-1").generate();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.profiles.active=production",
                "--server.port=0",
                "--gatewright.api-keys.pepper=ymVnhRT+6s3lUjRP8hPK76SPXT7Xz+k5QmBpP2TSQB8=",
                "--gatewright.jwt.issuers.bank.keys[0].id=bank-1",
                "--gatewright.jwt.issuers.bank.keys[0].algorithm=ES256",
                "--gatewright.jwt.issuers.bank.keys[0].public-key="
                    + pem("PUBLIC KEY", key.toPublicKey().getEncoded()),
                "--bank.signing-key=" + pem("PRIVATE KEY", key.toPrivateKey().getEncoded()),
                "--bank.oauth.signing-keys[0]=" + key.toJSONString()));
    arguments.addAll(List.of(more));
    new SpringApplication(BankApplication.class).run(arguments.toArray(String[]::new)).close();
  }

  private static String pem(String label, byte[] encoded) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(encoded)
        + "\n-----END "
        + label
        + "-----\n";
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
