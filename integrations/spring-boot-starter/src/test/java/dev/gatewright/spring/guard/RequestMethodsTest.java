package dev.gatewright.spring.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The processor guards the methods that the start looks for. */
class RequestMethodsTest {

  @ParameterizedTest
  @CsvSource({"TYPES, TYPES", "NAMES, METHODS"})
  void theProcessorKnowsTheSame(String own, String ofProcessor)
      throws ReflectiveOperationException {
    Class<?> processor = Class.forName("dev.gatewright.processor.scan.HandlerMethods");

    assertThat(constant(RequestMethods.class, own)).isEqualTo(constant(processor, ofProcessor));
  }

  private static Object constant(Class<?> type, String name) throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(null);
  }
}
