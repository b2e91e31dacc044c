package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Optional;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GW-V04 reports a property if, and only if, Jakarta Validation lets its invalid value pass. */
class AppliedConstraintsTest {
  private static final String TYPES =
      """
      package bodies;

      import com.google.common.base.Optional;
      import jakarta.validation.*;
      import jakarta.validation.constraints.*;
      import java.lang.annotation.*;
      import java.util.*;

      record Item(@NotBlank String name) {}

      class Tags extends ArrayList<@NotBlank String> {
        Tags(String one) { add(one); }
      }

      class Items extends ArrayList<@Valid Item> {
        Items(Item one) { add(one); }
      }

      class ByName extends HashMap<String, List<Item>> {
        ByName(Item one) { put("", List.of(one)); }
      }

      record Bounded<T extends @NotBlank CharSequence>(T value) {}

      record Own<T extends CharSequence>(@NotBlank T value) {}

      record Envelope<T>(@Valid T value) {}

      @Retention(RetentionPolicy.RUNTIME)
      @NotBlank
      @interface NoConstraint {}

      @Constraint(validatedBy = {})
      @NotBlank
      @interface NotKept {
        String message() default "";
        Class<?>[] groups() default {};
        Class<? extends Payload>[] payload() default {};
      }

      @Retention(RetentionPolicy.RUNTIME)
      @Constraint(validatedBy = {})
      @NotBlank
      @interface Filled {
        String message() default "";
        Class<?>[] groups() default {};
        Class<? extends Payload>[] payload() default {};
      }
      """;

  private static final List<String> PASSED_OVER =
      List.of(
          "Optional<Item> value = Optional.of(new Item(\"\"))",
          "List<Optional<Item>> value = List.of(Optional.of(new Item(\"\")))",
          "List<@Valid Optional<Item>> value = List.of(Optional.of(new Item(\"\")))",
          "List<? extends List<@Valid Item>> value = List.of(List.of(new Item(\"\")))",
          "List<? extends @Valid List<Item>> value = List.of(List.of(new Item(\"\")))",
          "List<@Valid ? extends List<Item>> value = List.of(List.of(new Item(\"\")))",
          "List<? extends @NotBlank String> value = List.of(\"\")",
          "@Valid Tags value = new Tags(\"\")",
          "@Valid ByName value = new ByName(new Item(\"\"))",
          "@Valid Bounded<String> value = new Bounded<>(\"\")",
          "@Valid Envelope<Map<Item, String>> value = new Envelope<>(Map.of(new Item(\"\"), \"\"))",
          "@NoConstraint String value = \"\"",
          "@NotKept String value = \"\"");

  private static final List<String> LOOKED_INTO =
      List.of(
          "@Valid Optional<Item> value = Optional.of(new Item(\"\"))",
          "Optional<@Valid Item> value = Optional.of(new Item(\"\"))",
          "List<Optional<@Valid Item>> value = List.of(Optional.of(new Item(\"\")))",
          "List<List<@Valid Item>> value = List.of(List.of(new Item(\"\")))",
          "List<@Valid ? extends Item> value = List.of(new Item(\"\"))",
          "List<@NotBlank ? extends String> value = List.of(\"\")",
          "ArrayList<@NotBlank String> value = new Tags(\"\")",
          "@Valid Items value = new Items(new Item(\"\"))",
          "Map<String, List<@Valid Item>> value = new ByName(new Item(\"\"))",
          "@Valid Own<String> value = new Own<>(\"\")",
          "@Valid Envelope<List<Item>> value = new Envelope<>(List.of(new Item(\"\")))",
          "@Filled String value = \"\"");

  @TempDir private static Path directory;
  private static List<String> problems;
  private static URLClassLoader classes;

  @BeforeAll
  static void compile() throws IOException {
    Path source = Files.writeString(directory.resolve("Bodies.java"), source());
    problems = compile(source, "checked", true).problems();
    Compilation unchecked = compile(source, "unchecked", false);
    assertThat(unchecked.problems()).isEmpty();
    classes = new URLClassLoader(new URL[] {unchecked.classes().toUri().toURL()});
  }

  @AfterAll
  static void close() throws IOException {
    classes.close();
  }

  private static Compilation compile(Path source, String name, boolean guarded) throws IOException {
    return Compilation.by(
        ToolProvider.getSystemJavaCompiler(),
        List.of(source),
        directory.resolve(name),
        guarded ? List.of(new GuardProcessor()) : List.of(),
        guarded ? List.of() : List.of("-proc:none"));
  }

  private static String source() {
    return TYPES
        + bodies("PassedOver", PASSED_OVER)
        + bodies("LookedInto", LOOKED_INTO)
        + "@dev.gatewright.Secured @dev.gatewright.ValidatedInput class Endpoint {"
        + endpoints("PassedOver", PASSED_OVER)
        + endpoints("LookedInto", LOOKED_INTO)
        + "}";
  }

  private static String bodies(String name, List<String> properties) {
    return IntStream.range(0, properties.size())
        .mapToObj(i -> "class %s%d { %s; }\n".formatted(name, i, properties.get(i)))
        .collect(Collectors.joining());
  }

  private static String endpoints(String name, List<String> properties) {
    return IntStream.range(0, properties.size())
        .mapToObj(i -> "void take(@Valid %s%d body) {}\n".formatted(name, i))
        .collect(Collectors.joining());
  }

  /** The properties whose invalid values the validator finds. */
  private static List<String> found(String name, List<String> properties)
      throws ReflectiveOperationException {
    try (ValidatorFactory factory =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .addValueExtractor(new OptionalExtractor())
            .buildValidatorFactory()) {
      Validator validator = factory.getValidator();
      List<String> found = new ArrayList<>();
      for (int i = 0; i < properties.size(); i++) {
        Constructor<?> constructor =
            classes.loadClass("bodies." + name + i).getDeclaredConstructor();
        constructor.setAccessible(true);
        if (!validator.validate(constructor.newInstance()).isEmpty()) {
          found.add(properties.get(i));
        }
      }
      return found;
    }
  }

  @Test
  void whatIsReportedIsWhatTheValidatorPassesOver() throws Exception {
    assertThat(found("PassedOver", PASSED_OVER)).isEmpty();
    assertThat(problems).hasSize(PASSED_OVER.size()).allMatch(each -> each.contains("[GW-V04]"));
  }

  @Test
  void whatIsNotReportedIsLookedInto() throws Exception {
    assertThat(found("LookedInto", LOOKED_INTO)).isEqualTo(LOOKED_INTO);
    assertThat(problems).noneMatch(each -> each.contains("LookedInto"));
  }

  /** Lets the validator into a container of a library. */
  static final class OptionalExtractor implements ValueExtractor<Optional<@ExtractedValue ?>> {
    @Override
    public void extractValues(Optional<?> container, ValueReceiver receiver) {
      receiver.value(null, container.orNull());
    }
  }
}
