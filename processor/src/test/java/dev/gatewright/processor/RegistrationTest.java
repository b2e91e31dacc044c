package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;

/** How build tools find the processor, and what they believe of it. */
class RegistrationTest {

  @Test
  void compilersFindTheProcessorByItself() {
    assertThat(ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::type))
        .contains(GuardProcessor.class);
  }

  @Test
  void gradleKnowsTheProcessorAsIsolating() throws IOException {
    String path = "/META-INF/gradle/incremental.annotation.processors";
    try (InputStream metadata = GuardProcessor.class.getResourceAsStream(path)) {
      assertThat(metadata).isNotNull();
      assertThat(new String(metadata.readAllBytes(), StandardCharsets.UTF_8).strip())
          .isEqualTo(GuardProcessor.class.getName() + ",isolating");
    }
  }

  @Test
  void noCompilerIsTooNew() {
    assertThat(new GuardProcessor().getSupportedSourceVersion())
        .isEqualTo(SourceVersion.latestSupported());
  }
}
