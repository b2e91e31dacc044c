package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Messages;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards validate with the application's beans and messages, in the language of the request, with
 * Spring Boot's validation and without.
 */
class MessagesIT {
  private static final String CAT =
      "{\"name\":\"%s\",\"nick\":\"%s\",\"plain\":\"%s\",\"loop\":\"%s\",\"program\":\"%s\"}";
  private static final Map<Boolean, RunningApplication> RUNNING = new ConcurrentHashMap<>();

  @AfterAll
  static void stop() {
    RUNNING.values().forEach(RunningApplication::close);
  }

  private static RunningApplication running(boolean withValidation) {
    return RUNNING.computeIfAbsent(
        withValidation,
        with -> {
          Application application =
              Application.of(Messages.Cats.class, Messages.Registry.class)
                  .with("spring.messages.basename=validation/messages");
          return (with ? application.using(Library.VALIDATION) : application).start();
        });
  }

  private static Answer post(boolean withValidation, String language, String path, String json) {
    return running(withValidation)
        .send(
            "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".formatted(path)
                + "Content-Type: application/json\r\nAccept-Language: %s\r\n".formatted(language)
                + "Content-Length: %d\r\n\r\n%s".formatted(json.length(), json));
  }

  private static void assertTold(Answer answer, String... told) {
    answer.isClosedWith(422);
    assertThat(answer.text()).contains(told);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aValidatorIsGivenItsBeans(boolean withValidation) {
    String good = CAT.formatted("somebody", "a", "a", "a", "a");

    assertThat(post(withValidation, "en", "/cat", good).text()).endsWith("read somebody");
    assertTold(
        post(withValidation, "en", "/cat", good.replace("somebody", "nobody")),
        "{\"path\":\"cat.name\",\"message\":\"is not registered\"}");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMessageIsInTheLanguageOfTheRequest(boolean withValidation) {
    String bad = CAT.formatted("a", "abcd", "", "a", "a");

    assertTold(
        post(withValidation, "en", "/cat", bad),
        "{\"path\":\"cat.name\",\"message\":\"a name of 2 letters, or more\"}",
        "{\"path\":\"cat.nick\",\"message\":\"at most 3 letters\"}",
        "{\"path\":\"cat.plain\",\"message\":\"must not be blank\"}");
    for (String german : new String[] {"de", "de-AT, en;q=0.5", "de-DE-x-lvariant-POSIX"}) {
      assertTold(
          post(withValidation, german, "/cat", bad),
          "{\"path\":\"cat.name\",\"message\":\"ein Name von 2 Buchstaben, oder mehr\"}",
          "{\"path\":\"cat.nick\",\"message\":\"h\u00c3\u00b6chstens 3 Buchstaben\"}",
          "{\"path\":\"cat.plain\",\"message\":\"darf nicht leer sein\"}");
    }
    assertTold(post(withValidation, "xx-QQ", "/cat", bad), "\"path\":\"cat.nick\"");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMessageIsNoProgramAndEnds(boolean withValidation) {
    String secret = "s".repeat(10);
    Answer answer =
        post(withValidation, "en", "/cat", CAT.formatted("aa", "a", "a", secret, secret));

    assertTold(
        answer, "\"path\":\"cat.loop\"", "{\"path\":\"cat.program\",\"message\":\"... of ...\"}");
    assertThat(answer.text()).doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noViolationIsLost(boolean withValidation) {
    String cats =
        "[%s,%s,%s]"
            .formatted(
                CAT.formatted("aa", "a", "a", "a", "a"),
                CAT.formatted("aa", "a", "", "a", "a"),
                CAT.formatted("aa", "a", "", "a", "a"));
    assertTold(
        post(withValidation, "en", "/cats", cats),
        "\"path\":\"cats[1].plain\"",
        "\"path\":\"cats[2].plain\"");

    Answer bag = post(withValidation, "en", "/bag", "{\"tags\":[\"a\",\"\",\" \"]}");
    assertTold(bag, "must not be blank");
    assertThat(bag.text().split("must not be blank", -1)).hasSize(3);
  }
}
