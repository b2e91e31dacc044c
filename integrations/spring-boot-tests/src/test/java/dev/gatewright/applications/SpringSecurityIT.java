package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewright.applications.filter.Secured;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.web.FilterChainProxy;

/** Spring Security's pages and redirects, whether something observes its filters or not. */
class SpringSecurityIT {

  static Stream<Arguments> applications() {
    return Stream.of(
        arguments(Secured.Plain.class, false),
        arguments(Secured.Plain.class, true),
        arguments(Secured.Observed.class, false),
        arguments(Secured.Observed.class, true));
  }

  private static Application of(Class<?> application, boolean onJetty) {
    return onJetty ? Application.of(application).onJetty() : Application.of(application);
  }

  @ParameterizedTest
  @MethodSource("applications")
  void itsFiltersAnswerWithTheirChain(Class<?> application, boolean onJetty) {
    try (RunningApplication running =
        of(application, onJetty).exempting(FilterChainProxy.class.getName()).start()) {
      assertThat(running.get("/login").text()).contains(" 200 ", "Please sign in");
      assertRedirected(running.get("/private"), "/login");
      assertRedirected(running.request("POST", "/logout", "Content-Length: 0"), "/login?logout");
      assertRedirected(
          running.request("POST", "/login?username=u&password=p", "Content-Length: 0"), "/");
    }
  }

  @ParameterizedTest
  @MethodSource("applications")
  void anotherFilterInTheirChainDoesNot(Class<?> application, boolean onJetty) {
    try (RunningApplication running =
        of(application, onJetty).exempting(FilterChainProxy.class.getName()).start()) {
      for (String manner : new String[] {"writer", "header", "redirect", "no-content"}) {
        running.get("/answer/" + manner).isClosedWith(503);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("applications")
  void noneOfThemAnswersUnlessTheirChainIsListed(Class<?> application, boolean onJetty) {
    try (RunningApplication running = of(application, onJetty).start()) {
      running.get("/login").isClosedWith(503);
    }
  }

  private static void assertRedirected(Answer answer, String path) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(302);
    // Servers write the session into paths until they know that the client takes cookies.
    assertThat(answer.text().replaceAll(";jsessionid=[^?\\s]*", ""))
        .containsPattern("Location: \\S*" + Pattern.quote(path) + "\r");
  }
}
