package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.OtherMappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is read as the converter reads it that the application has for it, or not at all. */
class OtherMappersIT {
  private static Attempt with(Class<?> mapper) {
    return Attempt.of(
        Application.of(OtherMappers.Endpoint.class, mapper)
            .using(Library.VALIDATION)
            .with(
                mapper == OtherMappers.OfJackson2.class
                    ? "spring.http.converters.preferred-json-mapper=jackson2"
                    : "spring.http.converters.preferred-json-mapper=jackson"));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OtherMappers.ByConfigurer.class,
        OtherMappers.ByBean.class,
        OtherMappers.ByType.class,
        OtherMappers.OfJackson2.class
      })
  void whatItsMapperIgnoresIsNotSet(Class<?> mapper) {
    with(mapper)
        .isRefusedOr(
            running -> {
              assertThat(Requests.json(running, "/member", "{\"name\":\"a\"}").text())
                  .contains("read a");
              assertThat(
                      Requests.json(running, "/member", "{\"name\":\"a\",\"chair\":true}").text())
                  .doesNotContain("read a chair");
            });
  }

  @Test
  void whatADeserializerOfJackson2TakesAwayIsNotThere() {
    with(OtherMappers.OfJackson2.class)
        .isRefusedOr(
            running ->
                assertThat(Requests.json(running, "/comment", "{\"text\":\"<b\"}").text())
                    .doesNotContain("read <b"));
  }
}
