package dev.gatewright.applications.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.SliceSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.json.JsonMapper;

@JsonTest
@ContextConfiguration(initializers = SliceSettings.class)
class JsonSliceIT {
  @Autowired private JsonMapper mapper;

  @Test
  void aSliceWithoutAnyEndpointStarts() {
    assertThat(mapper.writeValueAsString(1)).isEqualTo("1");
  }
}
