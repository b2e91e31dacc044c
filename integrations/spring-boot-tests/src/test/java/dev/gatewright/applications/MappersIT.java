package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Mappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an application adds to its mapper reaches guarded bodies; what it loosens is refused. */
class MappersIT {

  private static Answer post(RunningApplication running, String path, String json) {
    return FormatsIT.post(running, path, "application/json", json);
  }

  @Test
  void whatACustomizerAddsIsRead() {
    try (RunningApplication running =
        Application.of(Mappers.Cats.class, Mappers.Adding.class).start()) {
      String cat = "{\"name\":\"a\",\"born_on\":\"29.02.2024\",\"size\":\"big\"}";
      assertThat(post(running, "/cat", cat).text()).endsWith("read a 2024-02-29 big");
      post(running, "/cat", cat.replace("born_on", "bornOn")).isClosedWith(400);
      post(running, "/cat", cat.replace("name", "cat_name")).isClosedWith(400);
      post(running, "/cat", cat.replace("29.02", "30.02")).isClosedWith(400);
      post(running, "/cat", cat.replace("29.02.2024", "2024-02-29")).isClosedWith(400);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Arrays, arrays, ACCEPT_SINGLE_VALUE_AS_ARRAY",
    "Cases, cases, ACCEPT_CASE_INSENSITIVE_PROPERTIES",
    "Enums, enums, READ_UNKNOWN_ENUM_VALUES_AS_NULL",
    "Comments, comments, ALLOW_JAVA_COMMENTS",
    "Quotes, quotes, ALLOW_SINGLE_QUOTES",
    "Handlers, handlers, a DeserializationProblemHandler",
    "Primitives, primitives, FAIL_ON_NULL_FOR_PRIMITIVES",
  })
  void whatACustomizerLoosensStopsTheStart(String application, String bean, String loosened)
      throws ClassNotFoundException {
    Class<?> loose = Class.forName(Mappers.Loose.class.getName() + "$" + application);

    assertThat(Application.of(Mappers.Cats.class, loose).refused())
        .hasMessageContaining("BuilderCustomizer '" + bean + "' lets more in than ")
        .hasMessageContaining("strictly: " + loosened)
        .hasMessageContaining("'gatewright.input.ignored-json-customizers'");
    Application.of(Mappers.Texts.class, loose).start().close();
    try (RunningApplication running =
        Application.of(Mappers.Cats.class, loose)
            .with("gatewright.input.ignored-json-customizers=" + bean)
            .start()) {
      post(running, "/cat", "{\"catname\":[\"a\"]} // a").isClosedWith(400);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "deserialization.accept-single-value-as-array, ACCEPT_SINGLE_VALUE_AS_ARRAY",
    "mapper.accept-case-insensitive-properties, ACCEPT_CASE_INSENSITIVE_PROPERTIES",
    "json.read.allow-java-comments, ALLOW_JAVA_COMMENTS",
  })
  void aPropertyThatLoosensStopsTheStart(String property, String loosened) {
    assertThat(
            Application.of(Mappers.Cats.class)
                .with("spring.jackson." + property + "=true")
                .refused())
        .hasMessageContaining("The properties 'spring.jackson'")
        .hasMessageContaining(loosened);
  }

  /** Another group asks for the same component. */
  @Test
  void aComponentThatMustNotBeGivenMayBeAbsentOrNull() {
    try (RunningApplication running = Application.of(Mappers.Cats.class).start()) {
      String read = "read Numbered[id=null, name=a]";
      assertThat(post(running, "/create", "{\"name\":\"a\"}").text()).endsWith(read);
      assertThat(post(running, "/create", "{\"id\":null,\"name\":\"a\"}").text()).endsWith(read);
      post(running, "/create", "{\"id\":1,\"name\":\"a\"}").isClosedWith(422);
      post(running, "/change", "{\"name\":\"a\"}").isClosedWith(422);
      post(running, "/change", "{\"id\":null,\"name\":\"a\"}").isClosedWith(422);
      assertThat(post(running, "/change", "{\"id\":1,\"name\":\"a\"}").status()).isEqualTo(200);
    }
  }
}
