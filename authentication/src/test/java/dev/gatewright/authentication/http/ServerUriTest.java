package dev.gatewright.authentication.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.runtime.option.InvalidOptionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerUriTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.example/jwks",
        "HTTPS://id.example:8443/jwks?tenant=a",
        "http://localhost:8080/jwks",
        "http://127.0.0.1/jwks",
        "http://[::1]:80/jwks"
      })
  void httpsAndThisMachineArePermitted(String uri) {
    assertThat(ServerUri.of("jwksUri", uri).value()).hasToString(uri);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "id.example/jwks",
        "/jwks",
        "https:///jwks",
        "https://id example/jwks",
        "https://id.example:99999/jwks",
        "ftp://id.example/jwks",
        "file:///etc/passwd",
        "jar:https://id.example!/x",
        "http://id.example/jwks",
        "http://localhost.evil.example/jwks",
        "http://127.0.0.1.evil.example/jwks",
        "http://10.0.0.1/jwks",
        "http://0.0.0.0/jwks",
        "http://localhost@evil.example/jwks",
        "https://user:s3cret@id.example/jwks",
        "https://id.example/jwks#part"
      })
  void anythingElseIsRefusedNamingTheOption(String uri) {
    assertThatThrownBy(() -> ServerUri.of("jwksUri", uri))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageStartingWith("'jwksUri' ")
        .hasMessageContaining("Fix: ")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void theTextFormLeavesTheQueryOut() {
    assertThat(ServerUri.of("jwksUri", "https://id.example/jwks?key=s3cret"))
        .hasToString("https://id.example/jwks");
  }
}
