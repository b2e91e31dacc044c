package dev.gatewright.spring.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.secret.RotatingSecret;
import dev.gatewright.secret.SecretSource;
import dev.gatewright.secret.SecretUnavailableException;
import dev.gatewright.secret.SecretValue;
import dev.gatewright.secret.SecretVersions;
import dev.gatewright.secret.Secrets;
import dev.gatewright.spring.RunningApplication;
import dev.gatewright.spring.bank.BankApplication;
import dev.gatewright.spring.startup.StartUpException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** What is said of secrets while a real application starts. */
@ExtendWith(OutputCaptureExtension.class)
class ClearTextSecretsTest {
  private static final String PEPPER = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String WARNING = "stands in clear";

  @TempDir private Path directory;

  private RunningApplication start(Class<?> source, String... properties) {
    List<String> all = new ArrayList<>(RunningApplication.jwt());
    all.add("spring.config.location=file:" + directory + "/");
    all.addAll(List.of(properties));
    return RunningApplication.startBare(source, all.toArray(String[]::new));
  }

  private void file(String name, String... lines) throws IOException {
    Files.writeString(directory.resolve(name), String.join("\n", lines) + "\n");
  }

  /** Warns of the file as at the start, which would stop for names that nobody reads. */
  private void warn() throws IOException {
    StandardEnvironment environment = new StandardEnvironment();
    new PropertiesPropertySourceLoader()
        .load("file", new FileSystemResource(directory.resolve("application.properties")))
        .forEach(environment.getPropertySources()::addLast);
    ClearTextSecrets.warn(environment);
  }

  private static List<String> warnings(CapturedOutput output) {
    return Arrays.stream(output.getAll().split("\n"))
        .filter(line -> line.contains(WARNING))
        .toList();
  }

  @Test
  void aSecretInAFileIsWarnedOfWithoutItsValue(CapturedOutput output) throws IOException {
    file(
        "application.yml",
        "gatewright:",
        "  realm: bank",
        "  api-keys:",
        "    pepper: " + PEPPER,
        "    keys: []");
    start(BankApplication.class).close();

    assertThat(warnings(output))
        .singleElement()
        .asString()
        .contains(
            "WARN",
            "'gatewright.api-keys.pepper'",
            "application.yml",
            "4:13",
            "Fix: take it out, and set the environment variable GATEWRIGHT_APIKEYS_PEPPER ");
    assertThat(output.getAll()).doesNotContain(PEPPER);
  }

  @Test
  void everySecretIsNamedInALineOfItsOwn(CapturedOutput output) throws IOException {
    file(
        "application.properties",
        "gatewright.apiKeys.pepper=" + PEPPER,
        "gatewright.jwt.issuers.other.issuer=https://other.example",
        "gatewright.jwt.issuers.other.audience=bank",
        "gatewright.jwt.issuers.other.keys[0].algorithm=HS256",
        "gatewright.jwt.issuers.other.keys[0].secret=" + PEPPER,
        "gatewright.introspection.uri=https://other.example/introspect",
        "gatewright.introspection.client-id=bank",
        "gatewright.introspection.client-secret=t0psecret",
        "gatewright.introspection.issuer=https://other.example",
        "gatewright.introspection.audience=bank",
        "gatewright.tokens.signing.private-key=-----BEGIN PRIVATE KEY-----",
        "gatewright.api-keys.previous-peppers[0]=t0psecret",
        "gatewright.secrets.overlap=2h",
        "other.client-secret=not-ours");
    warn();

    assertThat(warnings(output))
        .hasSize(5)
        .anyMatch(line -> line.contains("'gatewright.jwt.issuers.other.keys[0].secret'"))
        .anyMatch(line -> line.contains("GATEWRIGHT_JWT_ISSUERS_OTHER_KEYS_0_SECRET"))
        .anyMatch(line -> line.contains("'gatewright.introspection.client-secret'"))
        .anyMatch(line -> line.contains("'gatewright.tokens.signing.private-key'"))
        .anyMatch(line -> line.contains("'gatewright.api-keys.previous-peppers[0]'"));
    assertThat(output.getAll()).doesNotContain(PEPPER, "t0psecret", "BEGIN PRIVATE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${PEPPER_OF_THE_TEST}",
        "${PEPPER_OF_THE_TEST:}",
        "${NO_SUCH_VARIABLE:${PEPPER_OF_THE_TEST}}"
      })
  void aPlaceholderIsNoSecret(String value, CapturedOutput output) throws IOException {
    file("application.properties", "gatewright.api-keys.pepper=" + value);
    start(BankApplication.class, "PEPPER_OF_THE_TEST=" + PEPPER).close();

    assertThat(warnings(output)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${NO_SUCH_VARIABLE:" + PEPPER + "}",
        "${NO_SUCH_VARIABLE:${NO_OTHER:" + PEPPER + "}}",
        PEPPER + "${NO_SUCH_VARIABLE:}"
      })
  void theDefaultOfAPlaceholderIsALiteral(String value, CapturedOutput output) throws IOException {
    file("application.properties", "gatewright.api-keys.pepper=" + value);
    start(BankApplication.class).close();

    assertThat(warnings(output)).hasSize(1);
    assertThat(output.getAll()).doesNotContain(PEPPER);
  }

  @Test
  void aSecretByAnotherNameOrWithinAnAddressIsOne(CapturedOutput output) throws IOException {
    file(
        "application.properties",
        "gatewright.other.secret-key=t0psecret",
        "gatewright.other.vault-token=t0psecret",
        "gatewright.other.uri=redis://bank:t0psecret@redis.example:6379",
        "gatewright.other.address=redis://bank:${NO_SUCH_VARIABLE:}@redis.example:6379",
        "gatewright.other.plain=https://redis.example:6379/a:b@c",
        "gatewright.other.tokens-per-second=5");
    warn();

    assertThat(warnings(output))
        .hasSize(3)
        .anyMatch(line -> line.contains("'gatewright.other.secret-key'"))
        .anyMatch(line -> line.contains("'gatewright.other.vault-token'"))
        .anyMatch(line -> line.contains("'gatewright.other.uri'"));
    assertThat(output.getAll()).doesNotContain("t0psecret");
  }

  @Test
  void aLocationIsNoSecret(CapturedOutput output) throws IOException {
    file(
        "application.properties",
        "gatewright.tokens.signing.private-key=file:/run/secrets/signing.pem");
    warn();

    assertThat(warnings(output)).isEmpty();
  }

  @Test
  void aTreeOfMountedFilesIsWhereSecretsBelong(CapturedOutput output) throws IOException {
    Path tree = Files.createDirectories(directory.resolve("tree/gatewright/api-keys"));
    Files.writeString(tree.resolve("pepper"), PEPPER);
    file(
        "application.properties",
        "spring.config.import=configtree:" + directory.resolve("tree") + "/");
    try (RunningApplication application = start(BankApplication.class)) {
      assertThat(application.context().getEnvironment().getProperty("gatewright.api-keys.pepper"))
          .isEqualTo(PEPPER);
    }

    assertThat(warnings(output)).isEmpty();
  }

  @Test
  void aLiteralThatIsReplacedFromOutsideIsInUseNowhere(CapturedOutput output) throws IOException {
    file("application.properties", "gatewright.api-keys.pepper=" + "only-for-development");
    System.setProperty("gatewright.api-keys.pepper", PEPPER);
    try {
      start(BankApplication.class).close();
    } finally {
      System.clearProperty("gatewright.api-keys.pepper");
    }

    assertThat(warnings(output)).isEmpty();
  }

  @Test
  void secretsAreReadFromTheDirectoryAndRotate() throws IOException, InterruptedException {
    Path mounted = Files.createDirectory(directory.resolve("mounted"));
    Files.writeString(mounted.resolve("pepper"), "one");
    try (RunningApplication application =
        start(
            BankApplication.class,
            "gatewright.secrets.directory=" + mounted,
            "gatewright.secrets.refresh-interval=1s",
            "gatewright.secrets.overlap=10m")) {
      RotatingSecret<List<String>> pepper =
          application
              .context()
              .getBean(Secrets.class)
              .rotating(
                  "pepper", versions -> versions.all().stream().map(SecretValue::text).toList());
      assertThat(pepper.get()).containsExactly("one");

      Files.writeString(mounted.resolve("pepper"), "two");
      for (int i = 0; i < 200 && pepper.get().size() < 2; i++) {
        Thread.sleep(25);
      }
      assertThat(pepper.get()).containsExactly("two", "one");
    }
  }

  @Test
  void withoutADirectoryTheEnvironmentIsRead() {
    try (RunningApplication application = start(BankApplication.class)) {
      assertThat(application.context().getBean(SecretSource.class).read("path").current().text())
          .isEqualTo(System.getenv("PATH"));
    }
  }

  @Test
  void anApplicationsOwnSourceIsUsed() {
    try (RunningApplication application = start(OwnSource.class)) {
      assertThat(
              application
                  .context()
                  .getBean(Secrets.class)
                  .rotating("any", versions -> versions.current().text())
                  .get())
          .isEqualTo("own");
    }
  }

  @Test
  void aWrongSettingStopsStartUpAndIsNamed() {
    for (String property :
        List.of(
            "gatewright.secrets.directory=" + directory.resolve("absent"),
            "gatewright.secrets.refresh-interval=10ms",
            "gatewright.secrets.overlap=-1s")) {
      Assertions.assertThatThrownBy(() -> start(BankApplication.class, property).close())
          .hasRootCauseInstanceOf(StartUpException.class)
          .rootCause()
          .hasMessageContaining("'" + property.substring(0, property.indexOf('=')) + "'");
    }
  }

  @Test
  void aSecretThatIsMissingAtStartIsExplained() {
    FailureAnalysis analysis =
        new SecretFailureAnalyzer()
            .analyze(
                new IllegalStateException(
                    new SecretUnavailableException("pepper", "is missing", "mount it")));

    assertThat(analysis.getDescription()).isEqualTo("Gatewright: The secret 'pepper' is missing.");
    assertThat(analysis.getAction()).isEqualTo("mount it.");
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class OwnSource {
    @Bean
    SecretSource vault() {
      return name -> SecretVersions.of(SecretValue.of(name, "own"));
    }
  }
}
