package dev.gatewright.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.secret.SecretUnavailableException;
import dev.gatewright.secret.SecretValue;
import dev.gatewright.secret.SecretVersions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * The real SDK over real HTTP, against a server that speaks the documented protocol; not against
 * AWS.
 */
@Timeout(60)
class AwsSecretSourceTest {
  private AwsServer aws;
  private AwsSecretSource source;

  @BeforeEach
  void start() throws IOException {
    aws = new AwsServer();
    source = source(aws.endpoint());
  }

  @AfterEach
  void stop() {
    source.close();
    aws.close();
  }

  private static AwsSecretSource source(URI endpoint) {
    return AwsSecretSource.builder()
        .region("eu-central-1")
        .endpoint(endpoint)
        .timeout(Duration.ofSeconds(3))
        .credentials(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "k3y")))
        .build();
  }

  private static List<String> texts(SecretVersions versions) {
    return versions.all().stream().map(SecretValue::text).toList();
  }

  private String problem(String name) {
    return problem(source, name);
  }

  private static String problem(AwsSecretSource source, String name) {
    try {
      source.read(name);
    } catch (SecretUnavailableException refused) {
      assertThat(refused).hasNoCause();
      assertThat(refused.getMessage()).contains(". Fix: ").doesNotContain("t0psecret", "k3y");
      return refused.getMessage();
    }
    return "was read";
  }

  private String answered(int status, String body) {
    aws.instead.set(exchange -> AwsServer.send(exchange, status, body));
    return problem("api");
  }

  @Test
  void theVersionsOfBothLabelsAreRead() {
    aws.label("bank/api", "AWSCURRENT", "\"SecretString\":\"two\"");
    aws.label("bank/api", "AWSPREVIOUS", "\"SecretString\":\"one\"");

    SecretVersions versions = source.read("bank/api");

    assertThat(texts(versions)).containsExactly("two", "one");
    assertThat(versions.rotatedAt()).isEqualTo("2026-01-01T00:00:00.713Z");
    assertThat(versions.previousWithdrawn()).isFalse();
    assertThat(aws.requests).containsExactly("bank/api AWSCURRENT", "bank/api AWSPREVIOUS");
  }

  @Test
  void anArnNamesASecretToo() {
    String arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:api-a1b2c3";
    aws.label(arn, "AWSCURRENT", "\"SecretString\":\"one\"");

    assertThat(texts(source.read(arn))).containsExactly("one");
  }

  @Test
  void aVersionWhoseLabelWasTakenAwayIsWithdrawn() {
    aws.label("api", "AWSCURRENT", "\"SecretString\":\"two\"");
    aws.label("api", "AWSPREVIOUS", "\"SecretString\":\"one\"");
    assertThat(source.read("api").previousWithdrawn()).isFalse();

    aws.unlabel("api", "AWSPREVIOUS");
    assertThat(texts(source.read("api"))).containsExactly("two");
    assertThat(source.read("api").previousWithdrawn()).isTrue();
  }

  @Test
  void aMemberOfAJsonObjectIsASecret() {
    aws.label("api", "AWSCURRENT", "\"SecretString\":\"{\\\"pepper\\\":\\\"two\\\",\\\"n\\\":7}\"");
    aws.label("api", "AWSPREVIOUS", "\"SecretString\":\"{\\\"pepper\\\":\\\"one\\\"}\"");

    assertThat(texts(source.read("api#pepper"))).containsExactly("two", "one");
    assertThat(problem("api#absent")).contains("has no text member 'absent'");
    assertThat(problem("api#n")).contains("has no text member 'n'");
  }

  @Test
  void aVersionBeforeThatCannotBeUsedHarmsNobody() {
    aws.label("api", "AWSCURRENT", "\"SecretString\":\"{\\\"pepper\\\":\\\"two\\\"}\"");
    aws.label("api", "AWSPREVIOUS", "\"SecretString\":\"plain\"");

    assertThat(texts(source.read("api#pepper"))).containsExactly("two");
  }

  @Test
  void whatIsNoJsonObjectHasNoMembersAndIsNotQuoted() {
    aws.label("api", "AWSCURRENT", "\"SecretString\":\"t0psecret\"");
    assertThat(problem("api#pepper")).contains("cannot be read: the secret", "store a JSON object");
    aws.label(
        "api",
        "AWSCURRENT",
        "\"SecretString\":\"{\\\"p\\\":\\\"t0psecret\\\",\\\"p\\\":\\\"x\\\"}\"");
    assertThat(problem("api#p")).contains("cannot be read: the secret", "store a JSON object");
  }

  @Test
  void aBinarySecretIsItsBase64() {
    aws.label("api", "AWSCURRENT", "\"SecretBinary\":\"AQL/\"");

    assertThat(texts(source.read("api"))).containsExactly("AQL/");
    assertThat(problem("api#pepper")).contains("is binary");
  }

  @Test
  void aMissingSecretIsNamedWithTheFix() {
    assertThat(problem("api"))
        .isEqualTo(
            "The secret 'api' is missing: Secrets Manager has no current version of it in this"
                + " region. Fix: store it there, or name the region that it is in.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#", "api#", "a b", "api#a#b", "a\"b", "a\nb", "a\\b", "api?"})
  void aNameThatIsNoneIsRefusedBeforeAnythingIsAsked(String name) {
    assertThat(problem(name)).contains("cannot be a secret of AWS Secrets Manager");
    assertThat(aws.attempts).hasValue(0);
  }

  @Test
  void eachErrorHasItsFix() {
    assertThat(
            answered(
                400,
                "{\"__type\":\"AccessDeniedException\",\"Message\":\"User is not t0psecret\"}"))
        .contains("answered 400 AccessDeniedException", "secretsmanager:GetSecretValue");
    assertThat(answered(400, "{\"__type\":\"UnrecognizedClientException\"}"))
        .contains("credentials that AWS accepts");
    assertThat(answered(400, "{\"__type\":\"InvalidRequestException\"}"))
        .contains("marked for deletion");
    assertThat(answered(400, "{\"__type\":\"DecryptionFailure\"}")).contains("kms:Decrypt");
    assertThat(answered(400, "{\"__type\":\"t0psecret with spaces\"}")).contains("without a code");
  }

  @Test
  void anErrorOfTheServiceIsTriedAgainAndThenNamed() {
    assertThat(answered(500, "{\"__type\":\"InternalServiceError\"}"))
        .contains("answered 500 InternalServiceError");
    assertThat(aws.attempts.get()).isGreaterThan(1);
  }

  @Test
  void anAwsThatIsDownIsNamed() {
    URI endpoint = aws.endpoint();
    aws.close();
    try (AwsSecretSource down = source(endpoint)) {
      assertThat(problem(down, "api")).contains("cannot be asked (java.net.ConnectException)");
    }
  }

  @Test
  void aSlowAwsIsNotWaitedFor() {
    aws.instead.set(exchange -> pause(20_000));
    long start = System.nanoTime();

    assertThat(problem("api")).contains("cannot be read");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void anAnswerThatTricklesInIsNotWaitedForEither() {
    aws.instead.set(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 200; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            pause(100);
          }
        });
    long start = System.nanoTime();

    assertThat(problem("api")).contains("did not answer in time");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aHugeAnswerIsNotReadToItsEnd() {
    AtomicInteger sent = new AtomicInteger();
    aws.instead.set(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange
              .getResponseBody()
              .write("{\"SecretString\":\"".getBytes(StandardCharsets.US_ASCII));
          byte[] block = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
          for (int i = 0; i < 1_600; i++) {
            exchange.getResponseBody().write(block);
            sent.incrementAndGet();
          }
        });

    assertThat(problem("api")).contains("larger than 1048576 bytes").hasSizeLessThan(500);
    assertThat(sent.get()).isLessThan(1_600);
  }

  @Test
  void aValueThatIsTooLargeIsRefused() {
    aws.label("api", "AWSCURRENT", "\"SecretString\":\"" + "x".repeat(70_000) + "\"");

    assertThat(problem("api")).contains("larger than 65536 bytes").hasSizeLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t0psecret",
        "{\"SecretString\":\"t0psecret\"",
        "{\"SecretString\":[\"t0psecret\"]}",
        "{\"Name\":\"t0psecret\"}",
        "[\"t0psecret\"]"
      })
  void aMalformedAnswerIsRefusedWithoutBeingQuoted(String body) {
    assertThat(answered(200, body)).startsWith("The secret 'api' ");
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    AtomicInteger elsewhere = new AtomicInteger();
    HttpServer other =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          elsewhere.incrementAndGet();
          AwsServer.send(exchange, 200, "{\"SecretString\":\"planted\"}");
        });
    other.start();
    try {
      aws.instead.set(
          exchange -> {
            exchange
                .getResponseHeaders()
                .set("Location", "http://127.0.0.1:" + other.getAddress().getPort() + "/");
            AwsServer.send(exchange, 302, "");
          });

      assertThat(problem("api")).contains("answered 302", "redirects are not followed");
      assertThat(elsewhere).hasValue(0);
    } finally {
      other.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://aws.example",
        "http://10.0.0.1",
        "http://localhost.example",
        "ftp://127.0.0.1",
        "aws"
      })
  void secretsAreNeverFetchedInClear(String endpoint) {
    assertThatThrownBy(() -> AwsSecretSource.builder().endpoint(URI.create(endpoint)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'endpoint'");
    assertThatCode(() -> AwsSecretSource.builder().endpoint(URI.create("https://vpce-1.example")))
        .doesNotThrowAnyException();
  }

  @Test
  void anOptionOutOfBoundsIsNamed() {
    assertThatThrownBy(() -> AwsSecretSource.builder().region("eu central"))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'region'");
    assertThatThrownBy(() -> AwsSecretSource.builder().timeout(Duration.ofHours(1)))
        .isInstanceOf(InvalidOptionException.class)
        .hasMessageContaining("'timeout'");
  }
}
