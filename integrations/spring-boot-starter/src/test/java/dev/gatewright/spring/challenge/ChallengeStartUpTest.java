package dev.gatewright.spring.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.authentication.replay.InProcessReplayStore;
import dev.gatewright.challenge.ProofOfWork;
import dev.gatewright.challenge.SiteVerify;
import dev.gatewright.challenge.SiteVerifyBuilder;
import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.spring.GatewrightAutoConfiguration;
import dev.gatewright.spring.secret.SecretsConfiguration;
import dev.gatewright.spring.startup.StartUpException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** What is said of properties below {@code gatewright.challenge}. */
class ChallengeStartUpTest {
  private static final String WORK = "gatewright.challenge.proof-of-work.";
  private static final String SITE = "gatewright.challenge.site-verify.";
  private static final String SECRET = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private final WebApplicationContextRunner application =
      new WebApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  GatewrightAutoConfiguration.class,
                  ChallengeConfiguration.class,
                  SecretsConfiguration.class));

  private static List<String> site() {
    return List.of(
        SITE + "uri=https://challenges.cloudflare.com/turnstile/v0/siteverify",
        SITE + "secret=0x4AAAAAAA",
        SITE + "hostnames=www.example.com");
  }

  private void start(
      List<String> properties, ContextConsumer<AssertableWebApplicationContext> then) {
    application.withPropertyValues(properties.toArray(String[]::new)).run(then);
  }

  private void assertRefused(List<String> properties, String... parts) {
    start(
        properties,
        context -> {
          Throwable problem = context.getStartupFailure();
          while (problem != null && !(problem instanceof StartUpException)) {
            problem = problem.getCause();
          }
          assertThat(problem)
              .as("start-up failure")
              .isNotNull()
              .hasMessageContainingAll(parts)
              .hasMessageContaining("Fix: ");
        });
  }

  @Test
  void thereIsNoChallengeUnlessOneIsConfigured() {
    start(List.of(), context -> assertThat(context).doesNotHaveBean(Challenger.class));
  }

  @Test
  void proofOfWorkNeedsNoMoreThanItsSecret() {
    start(
        List.of(WORK + "secret=" + SECRET),
        context -> assertThat(context).hasSingleBean(ProofOfWork.class));
  }

  @Test
  void siteVerifyIsTakenWhenComplete() {
    start(site(), context -> assertThat(context).hasSingleBean(SiteVerify.class));
  }

  @Test
  void theSecretOfProofOfWorkIsMandatory() {
    assertRefused(List.of(WORK + "difficulty=18"), "'" + WORK + "secret' is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"uri", "secret", "hostnames"})
  void aMissingPropertyOfSiteVerifyIsNamed(String name) {
    List<String> properties =
        site().stream().filter(property -> !property.startsWith(SITE + name + "=")).toList();
    assertRefused(properties, "'" + SITE + name + "' is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "secret, c2hvcnQ=",
    "secret, no base64",
    "difficulty, 7",
    "difficulty, 33",
    "max-difficulty, 15",
    "lifetime, 1h"
  })
  void aPropertyOfProofOfWorkThatIsNotValidIsNamed(String name, String value) {
    List<String> properties = new ArrayList<>();
    if (!name.equals("secret")) {
      properties.add(WORK + "secret=" + SECRET);
    }
    properties.add(WORK + name + "=" + value);
    assertRefused(properties, "'" + WORK + name + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "uri, http://provider.example/siteverify",
    "hostnames, https://www.example.com",
    "min-score, 2",
    "max-age, 1h",
    "timeout, 2m"
  })
  void aPropertyOfSiteVerifyThatIsNotValidIsNamed(String name, String value) {
    List<String> properties = new ArrayList<>(site());
    properties.removeIf(property -> property.startsWith(SITE + name + "="));
    properties.add(SITE + name + "=" + value);
    assertRefused(properties, "'" + SITE + name + "'");
  }

  @Test
  void theEntriesOfTheReplayStoreAreChecked() {
    assertRefused(
        List.of(WORK + "secret=" + SECRET, "gatewright.challenge.replay-entries=0"),
        "'gatewright.challenge.replay-entries'");
  }

  @Test
  void twoKindsOfChallengeStopStartUp() {
    List<String> both = new ArrayList<>(site());
    both.add(WORK + "secret=" + SECRET);
    assertRefused(
        both, "'gatewright.challenge.proof-of-work'", "'gatewright.challenge.site-verify'");
  }

  @Test
  void aSecretIsGivenOneWayOrTheOther() {
    assertRefused(
        List.of(WORK + "secret=" + SECRET, WORK + "secret-name=challenge"),
        "'" + WORK + "secret'",
        "'" + WORK + "secret-name'");
    List<String> both = new ArrayList<>(site());
    both.add(SITE + "secret-name=captcha");
    assertRefused(both, "'" + SITE + "secret'", "'" + SITE + "secret-name'");
  }

  @Test
  void secretsThatRotateAreReadByTheirNames(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("challenge"), SECRET);
    Files.writeString(directory.resolve("short"), "c2hvcnQ=");
    String secrets = "gatewright.secrets.directory=" + directory;
    start(
        List.of(secrets, WORK + "secret-name=challenge"),
        context -> assertThat(context).hasSingleBean(ProofOfWork.class));
    assertRefused(
        List.of(secrets, WORK + "secret-name=short"), "'" + WORK + "secret-name'", "too few");
    List<String> site = new ArrayList<>(site());
    site.removeIf(property -> property.startsWith(SITE + "secret="));
    site.addAll(List.of(secrets, SITE + "secret-name=challenge"));
    start(site, context -> assertThat(context).hasSingleBean(SiteVerify.class));
  }

  @Test
  void theApplicationsOwnChallengerReplacesThese() {
    application
        .withBean(Challenger.class, ChallengeStartUpTest::ownChallenger)
        .withPropertyValues(WORK + "secret=" + SECRET)
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(SiteVerify.class)
                    .doesNotHaveBean(ProofOfWork.class));
  }

  private static Challenger ownChallenger() {
    return new SiteVerifyBuilder()
        .uri("https://provider.example/siteverify")
        .secret("0x4AAAAAAA")
        .hostname("www.example.com")
        .replays(new InProcessReplayStore())
        .build();
  }

  @Test
  void noSecretIsInAText() {
    assertThat(new ChallengeProperties.ProofOfWork(SECRET, null, 16, 22, Duration.ZERO).toString())
        .doesNotContain(SECRET);
    assertThat(
            new ChallengeProperties.SiteVerify(
                    "https://provider.example",
                    "0x4AAAAAAA",
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    Duration.ZERO,
                    Duration.ZERO)
                .toString())
        .doesNotContain("0x4AAAAAAA");
  }
}
