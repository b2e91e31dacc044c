package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.Gate;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.executable.ExecutableValidator;
import java.io.IOException;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an override repeats is what its class says, to Jakarta Validation and to reflection. */
class OverrideAnnotationsTest {
  private static final String PACKAGE = "dev.gatewright.golden.";

  @TempDir private static Path directory;
  private static CompiledSources compiled;

  @BeforeAll
  static void compile() throws IOException {
    compiled =
        CompiledSources.of(new Golden(Golden.ALL.resolve("type-annotations")).sources(), directory);
  }

  @AfterAll
  static void close() throws IOException {
    compiled.close();
  }

  private static Object shapes(String name, Class<?>[] types, Object... arguments)
      throws ReflectiveOperationException {
    return compiled.load(PACKAGE + name).getConstructor(types).newInstance(arguments);
  }

  private static Object item() throws ReflectiveOperationException {
    return shapes("Shapes$Item", new Class<?>[] {String.class}, "");
  }

  private static Set<String> violations(Object target, Method method, Object... arguments) {
    try (ValidatorFactory factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()) {
      ExecutableValidator validator = factory.getValidator().forExecutables();
      return validator.validateParameters(target, method, arguments).stream()
          .map(ConstraintViolation::getPropertyPath)
          .map(Object::toString)
          .collect(Collectors.toSet());
    }
  }

  static Stream<String> methods() {
    return Stream.of("elements", "constrained", "onParametersOnly", "optional", "validWildcards");
  }

  private static Object[] invalid(String method) throws ReflectiveOperationException {
    return switch (method) {
      case "elements" -> new Object[] {List.of(item())};
      case "constrained" -> new Object[] {Map.of("", List.of(item())), 0};
      case "onParametersOnly" -> new Object[] {item(), new String[0]};
      case "validWildcards" -> {
        List<Object> items = List.of(item());
        yield new Object[] {items, items, Map.of("", items), Map.of("", item()), List.of("long")};
      }
      default -> new Object[] {Optional.of("too long")};
    };
  }

  private static Method method(String type, String name) throws ReflectiveOperationException {
    return Arrays.stream(compiled.load(PACKAGE + type).getDeclaredMethods())
        .filter(each -> each.getName().equals(name) && !each.isBridge())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void jakartaValidationFindsInTheGuardWhatItFindsInTheClass(String name) throws Exception {
    Object guard = shapes("ShapesGuard", new Class<?>[] {Gate.class}, TestGate.create());
    Object raw = shapes("Shapes", new Class<?>[0]);
    Object[] invalid = invalid(name);

    Set<String> ofGuard = violations(guard, method("ShapesGuard", name), invalid);
    Set<String> ofClass = violations(raw, method("Shapes", name), invalid);

    assertThat(ofGuard).isEqualTo(ofClass).isNotEmpty();
  }

  @Test
  void constraintsOfElementsAreOnTheOverrideItselfWhereSpringLooks() throws Exception {
    AnnotatedParameterizedType map =
        (AnnotatedParameterizedType)
            method("ShapesGuard", "constrained").getAnnotatedParameterTypes()[0];

    assertThat(map.getAnnotatedActualTypeArguments()[0].getAnnotation(NotBlank.class)).isNotNull();
  }

  @Test
  void nullnessIsOnTheOverrideItself() throws Exception {
    Method nullness = method("ShapesGuard", "nullness");

    assertThat(nullness.getAnnotatedReturnType().getAnnotation(Nullable.class)).isNotNull();
    assertThat(nullness.getAnnotatedParameterTypes()[0].getAnnotation(Nullable.class)).isNotNull();
  }
}
