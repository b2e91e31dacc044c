package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewright.applications.resource.Resources;
import dev.gatewright.applications.vault.Vault;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are for anybody; code of the application's that answers in their place is not. */
class ResourcesIT {
  private static final String CONTENT = "plain as day";
  private static final Pattern TAG = Pattern.compile("(?i)\r\netag: ([^\r]+)\r\n");

  static Stream<Arguments> code() {
    return Stream.of(
        arguments(Resources.FilteredRoutes.class, "secretFiles", "secretFiles"),
        arguments(Resources.RoutesWithAfter.class, "secretFiles", "secretFiles"),
        arguments(
            Resources.Transformed.class,
            Resources.SecretTransformer.class.getName(),
            Resources.SecretTransformer.class.getName()),
        arguments(
            Resources.Converted.class,
            Resources.SecretConverter.class.getName(),
            Resources.SecretConverter.class.getName()),
        arguments(
            Resources.Resolved.class,
            Resources.SecretResolver.class.getName(),
            Resources.SecretResolver.class.getName()));
  }

  @ParameterizedTest
  @MethodSource("code")
  void codeAroundFilesThatIsNotExemptStopsTheStart(
      Class<?> application, String named, String exemption) {
    assertThat(Application.of(application).refused())
        .hasMessageContaining(named)
        .hasMessageContaining("gatewright.exemptions");
  }

  @ParameterizedTest
  @MethodSource("code")
  void theSameCodeAnswersWhereItIsExempt(Class<?> application, String named, String exemption) {
    try (RunningApplication running = Application.of(application).exempting(exemption).start()) {
      running.get("/files/plain.txt").isTheSecret();
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Vault.class, Resources.Tagged.class, Resources.Logged.class})
  void aFileLeavesWholeThroughFiltersThatHoldItBack(Class<?> application) {
    try (RunningApplication running = Application.of(application).start()) {
      Answer answer = running.get("/plain.txt");

      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.text()).contains(CONTENT);
      assertThat(running.get("/missing.txt").status()).isEqualTo(404);
    }
  }

  @Test
  void aFileWhoseTagIsKnownIsNotSentAgain() {
    try (RunningApplication running = Application.of(Resources.Tagged.class).start()) {
      Matcher tag = TAG.matcher(running.get("/plain.txt").text());
      assertThat(tag.find()).isTrue();

      Answer answer = running.get("/plain.txt", "If-None-Match: " + tag.group(1));

      assertThat(answer.status()).as(answer.text()).isEqualTo(304);
      assertThat(answer.text()).doesNotContain(CONTENT);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Resources.CachedFirst.class, Resources.CachedLast.class})
  void anInterceptorThatAnswersFromItsCacheIsClosed(Class<?> application) {
    Attempt.of(Application.of(application, Vault.class))
        .isRefusedOr(
            running -> {
              for (String path : new String[] {"/vault", "/plain.txt", "/missing"}) {
                running.get(path).isClosed();
                running.request("HEAD", path).isClosed();
                running.request("OPTIONS", path).isClosed();
                running
                    .request(
                        "OPTIONS",
                        path,
                        "Origin: https://other.example",
                        "Access-Control-Request-Method: GET")
                    .isClosed();
              }
            });
  }

  @Test
  void askingForTheMethodsOfAnEndpointIsAnswered() {
    try (RunningApplication running = Application.of(Vault.class).start()) {
      Answer answer = running.request("OPTIONS", "/vault");

      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.text().toLowerCase(Locale.ROOT)).contains("allow: get,head,options");
    }
  }
}
