package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.OptionalNumbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deserializer of the application's reads as it does, for numbers that may be absent, too. */
class OptionalNumbersIT {
  @ParameterizedTest
  @ValueSource(strings = {"percent", "cents", "factor"})
  void aDeserializerOfTheApplicationsReadsAsItDoes(String name) {
    try (RunningApplication running =
        Requests.start(OptionalNumbers.Endpoint.class, OptionalNumbers.NoneFromClients.class)) {
      Answer answer = Requests.json(running, "/discount", "{\"" + name + "\":99}");
      assertThat(answer.text()).contains("read ").doesNotContain("[99");
    }
  }
}
