package dev.gatewright.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.secret.RotatingSecret;
import dev.gatewright.secret.SecretUnavailableException;
import dev.gatewright.secret.SecretValue;
import dev.gatewright.secret.SecretVersions;
import dev.gatewright.secret.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real HTTP, against a server that speaks Vault's documented protocol; not against Vault. */
class VaultSecretSourceTest {
  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  @TempDir private Path directory;
  private VaultServer vault;

  @BeforeEach
  void start() throws IOException {
    vault = new VaultServer();
  }

  @AfterEach
  void stop() {
    vault.close();
  }

  private VaultSecretSource.Builder builder() throws IOException {
    Files.writeString(directory.resolve("token"), "s.root\n");
    return VaultSecretSource.builder()
        .address(vault.address())
        .clock(() -> NOW)
        .login(VaultLogin.tokenFile(directory.resolve("token")));
  }

  private SecretVersions read(String name) throws IOException {
    return builder().build().read(name);
  }

  private static List<String> texts(SecretVersions versions) {
    return versions.all().stream().map(SecretValue::text).toList();
  }

  private String problem(String name) throws IOException {
    try {
      read(name);
    } catch (SecretUnavailableException refused) {
      return refused.getMessage();
    }
    return "was read";
  }

  @Test
  void theCurrentVersionAndTheOneBeforeAreRead() throws IOException {
    vault.store("secret/data/bank/api", "{\"pepper\":\"one\",\"other\":\"x\"}");
    vault.store("secret/data/bank/api", "{\"pepper\":\"two\",\"other\":\"y\"}");
    vault.store("secret/data/bank/api", "{\"pepper\":\"three\",\"other\":\"z\"}");

    SecretVersions versions = read("bank/api#pepper");

    assertThat(texts(versions)).containsExactly("three", "two");
    assertThat(versions.rotatedAt()).isEqualTo("2026-01-03T02:24:06.945319214Z");
    assertThat(versions.previousWithdrawn()).isFalse();
    assertThat(vault.requests)
        .containsExactly("GET /v1/secret/data/bank/api", "GET /v1/secret/data/bank/api?version=2");
  }

  @Test
  void theFirstVersionHasNoneBefore() throws IOException {
    vault.store("secret/data/api", "{\"value\":\"one\"}");

    assertThat(texts(read("api"))).containsExactly("one");
    assertThat(vault.requests).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deleted", "destroyed", "2026-01-31T23:59:59.5Z"})
  void aVersionThatIsDeletedInVaultIsWithdrawn(String state) throws IOException {
    vault.store("secret/data/api", "{\"value\":\"one\"}");
    vault.store("secret/data/api", "{\"value\":\"two\"}");
    vault.mark("secret/data/api", 1, state);

    SecretVersions versions = read("api");

    assertThat(texts(versions)).containsExactly("two");
    assertThat(versions.previousWithdrawn()).isTrue();
  }

  @Test
  void aVersionThatWillBeDeletedHoldsUntilThen() throws IOException {
    vault.store("secret/data/api", "{\"value\":\"one\"}");
    vault.store("secret/data/api", "{\"value\":\"two\"}");
    vault.mark("secret/data/api", 1, "2926-01-01T00:00:00Z");

    assertThat(texts(read("api"))).containsExactly("two", "one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"value\":\"\"}", "{\"value\":7}"})
  void aVersionBeforeThatCannotBeUsedHarmsNobody(String before) throws IOException {
    vault.store("secret/data/api", before);
    vault.store("secret/data/api", "{\"value\":\"two\"}");

    assertThat(texts(read("api"))).containsExactly("two");
  }

  @Test
  void aVersionThatWasDroppedAsOneTooManyIsNotWithdrawn() throws IOException {
    vault.store("secret/data/api", "{\"value\":\"one\"}");
    vault.store("secret/data/api", "{\"value\":\"two\"}");
    vault.mark("secret/data/api", 1, "gone");

    SecretVersions versions = read("api");

    assertThat(texts(versions)).containsExactly("two");
    assertThat(versions.previousWithdrawn()).isFalse();
  }

  @Test
  void aRotationInVaultIsFollowedAndADestroyedVersionNoLongerAccepted() throws Exception {
    vault.store("secret/data/api", "{\"value\":\"one\"}");
    try (Secrets secrets =
        Secrets.builder(builder().build()).refreshInterval(Duration.ofSeconds(1)).build()) {
      RotatingSecret<List<String>> secret = secrets.rotating("api", VaultSecretSourceTest::texts);
      vault.store("secret/data/api", "{\"value\":\"two\"}");
      await(secret, "two", "one");
      vault.mark("secret/data/api", 1, "destroyed");
      await(secret, "two");
      vault.instead.set(exchange -> VaultServer.send(exchange, 503, "{\"errors\":[\"sealed\"]}"));
      Thread.sleep(1_500);
      await(secret, "two");
      assertThat(secret.failures()).isPositive();
    }
  }

  private static void await(RotatingSecret<List<String>> secret, String... expected)
      throws InterruptedException {
    for (int i = 0; i < 200 && !secret.get().equals(List.of(expected)); i++) {
      Thread.sleep(25);
    }
    assertThat(secret.get()).containsExactly(expected);
  }

  @Test
  void whatIsMissingIsNamedWithTheFix() throws IOException {
    vault.store("secret/data/api", "{\"pepper\":\"one\",\"number\":7}");

    assertThat(problem("absent"))
        .isEqualTo(
            "The secret 'absent' is missing: Vault has nothing at /v1/secret/data/absent. Fix:"
                + " store it there.");
    assertThat(problem("api")).contains("version 1 has no text field 'value'");
    assertThat(problem("api#number")).contains("has no text field 'number'");
    vault.mark("secret/data/api", 1, "deleted");
    assertThat(problem("api#pepper")).contains("its current version 1 is deleted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "a//b",
        "../sys/seal",
        "a/../b",
        "a/..",
        ".",
        "a/.",
        "a?version=1",
        "a#b#c",
        "a b",
        "a%2e%2e",
        "a\r\nX: y",
        "..#value",
        "/a"
      })
  void aNameThatIsNoPlainPathIsRefusedBeforeAnythingIsAsked(String name) throws IOException {
    assertThat(problem(name)).contains("cannot be a secret of Vault");
    assertThat(vault.requests).isEmpty();
  }

  @Test
  void mountAndNamespaceAreAskedFor() throws IOException {
    vault.namespace = "team/bank";
    vault.store("kv/apps/data/api", "{\"value\":\"one\"}");

    assertThat(texts(builder().mount("kv/apps").namespace("team/bank").build().read("api")))
        .containsExactly("one");
  }

  @Test
  void aRenewedTokenFileIsUsedOnTheNextRead() throws IOException {
    vault.store("secret/data/api", "{\"value\":\"one\"}");
    VaultSecretSource source = builder().build();
    assertThat(texts(source.read("api"))).containsExactly("one");

    vault.tokens.clear();
    assertThatThrownBy(() -> source.read("api"))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining("answered 403 to /v1/secret/data/api. Fix: give the token a policy");
    Files.writeString(directory.resolve("token"), "s.renewed");
    vault.tokens.add("s.renewed");
    assertThat(texts(source.read("api"))).containsExactly("one");
  }

  @Test
  void aTokenThatIsNoneIsNotQuoted() throws IOException {
    VaultSecretSource source = builder().build();
    Files.writeString(directory.resolve("token"), "s.ro\not");

    assertThatThrownBy(() -> source.read("api"))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining("the Vault token is malformed")
        .hasMessageNotContaining("s.ro");
    assertThat(vault.requests).isEmpty();
  }

  @Test
  void anAppRoleIsLoggedInOnceAndAgainWhenItsTokenEnds() throws IOException {
    vault.tokens.clear();
    vault.store("secret/data/api", "{\"value\":\"one\"}");
    Files.writeString(directory.resolve("secret-id"), "s3cret\n");
    Instant[] now = {NOW};
    VaultSecretSource source =
        builder()
            .clock(() -> now[0])
            .login(VaultLogin.appRole("bank", directory.resolve("secret-id")))
            .build();

    source.read("api");
    source.read("api");
    assertThat(vault.logins).hasValue(1);

    now[0] = NOW.plusSeconds(3_240);
    source.read("api");
    assertThat(vault.logins).hasValue(2);
  }

  @Test
  void anAppRoleWhoseTokenWasRevokedIsLoggedInAgainAtOnce() throws IOException {
    vault.store("secret/data/api", "{\"value\":\"one\"}");
    Files.writeString(directory.resolve("secret-id"), "s3cret");
    VaultSecretSource source =
        builder().login(VaultLogin.appRole("bank", directory.resolve("secret-id"))).build();
    source.read("api");
    vault.tokens.clear();

    assertThat(texts(source.read("api"))).containsExactly("one");
    assertThat(vault.logins).hasValue(2);
  }

  @Test
  void anAppRoleThatIsRefusedIsNotQuoted() throws IOException {
    Files.writeString(directory.resolve("secret-id"), "wr0ng");
    VaultSecretSource source =
        builder().login(VaultLogin.appRole("bank", directory.resolve("secret-id"))).build();

    assertThatThrownBy(() -> source.read("api"))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining("answered 400 to /v1/auth/approle/login")
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  void aServiceAccountOfKubernetesIsLoggedIn() throws IOException {
    vault.store("secret/data/api", "{\"value\":\"one\"}");
    Files.writeString(directory.resolve("jwt"), "e.y.J");

    assertThat(
            texts(
                builder()
                    .login(VaultLogin.kubernetes("cluster", "bank", directory.resolve("jwt")))
                    .build()
                    .read("api")))
        .containsExactly("one");
    assertThat(vault.logins).hasValue(1);
  }

  @Test
  void theTimeOfAVersionMayHaveAnOffset() throws IOException {
    vault.instead.set(
        exchange ->
            VaultServer.send(
                exchange,
                200,
                """
                {"data":{"data":{"value":"one"},"metadata":{"created_time":\
                "2026-01-01T02:00:00+02:00","deletion_time":"","destroyed":false,"version":1}}}
                """));

    assertThat(read("api").rotatedAt().atOffset(ZoneOffset.UTC).getHour()).isZero();
  }
}
