package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatewright.applications.made.Employees;
import dev.gatewright.applications.made.Mappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects without a guard that are read from requests or written to responses. */
class UnguardedTypesIT {

  @ParameterizedTest
  @ValueSource(classes = {Employees.Subtypes.class, Employees.OwnMapper.class})
  void noneLeavesAndNoneComesInWhateverTheSignatureNames(Class<?> mapper) {
    try (RunningApplication running =
        Application.of(Employees.Office.class, mapper)
            .with("spring.mvc.async.request-timeout=1s")
            .start()) {
      for (String path : new String[] {"/any", "/map", "/list", "/person", "/wrapped"}) {
        running.get(path).isClosedWith(500);
      }
      running.get("/events").isClosed();
      running.get("/failing").isClosed();
      command(running, "wipe").isClosedWith(500);

      assertThat(running.get("/none").text()).contains("Ann");
      assertThat(command(running, "greet").text()).contains("hello");
    }
  }

  @Test
  void norByAMapperOfJackson2() throws JsonProcessingException {
    try (RunningApplication running =
        Application.of(Employees.Office.class, Mappers.OfJackson2.class)
            .with("spring.http.converters.preferred-json-mapper=jackson2")
            .with(
                "gatewright.input.replaced-json-converters="
                    + "org.springframework.http.converter.json.MappingJackson2HttpMessageConverter")
            .with("spring.mvc.async.request-timeout=1s")
            .start()) {
      for (String path : new String[] {"/any", "/map", "/list", "/person", "/wrapped"}) {
        running.get(path).isClosedWith(500);
      }
      running.get("/events").isClosed();
      running.get("/failing").isClosed();
      assertThat(running.get("/none").text()).contains("Ann");

      ObjectMapper mapper = running.context().getBean(ObjectMapper.class);
      assertThatThrownBy(() -> mapper.readValue("{\"type\":\"wipe\"}", Employees.Command.class))
          .hasMessageContaining("Wipe bears Gatewright's annotations");
      assertThat(mapper.readValue("{\"type\":\"greet\"}", Employees.Command.class).run())
          .isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @CsvSource({"Subclass, companyMapper, rebuild()", "Replaced, mapper, was replaced"})
  void aMapperThatCannotBeToldStopsTheStart(String application, String bean, String reason)
      throws ClassNotFoundException {
    Class<?> main = Class.forName(Mappers.class.getName() + "$" + application);

    assertThat(Application.of(Employees.Office.class, main).refused())
        .hasMessageContaining("the bean '" + bean + "' is a Jackson mapper")
        .hasMessageContaining(reason);
  }

  private static Answer command(RunningApplication running, String type) {
    String body = "{\"type\":\"" + type + "\"}";
    return running.send(
        "POST /command HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }
}
