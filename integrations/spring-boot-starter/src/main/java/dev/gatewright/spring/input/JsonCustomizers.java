package dev.gatewright.spring.input;

import dev.gatewright.spring.json.LooserReading;
import dev.gatewright.spring.startup.StartUpException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;

/**
 * Looks for customizers of the application's mapper that let more in than guarded bodies are read
 * with. What they add reaches guarded bodies; what they loosen does not, and would be missed.
 */
final class JsonCustomizers {
  private static final String PROPERTY = "gatewright.input.ignored-json-customizers";

  private final ListableBeanFactory beanFactory;
  private final Set<String> ignored;

  JsonCustomizers(ListableBeanFactory beanFactory, Set<String> ignored) {
    this.beanFactory = beanFactory;
    this.ignored = ignored;
  }

  /**
   * Verifies all of them.
   *
   * @param reader what reads JSON, for the message
   * @throws StartUpException if one loosens what is read
   */
  void verify(String reader) {
    new TreeMap<>(beanFactory.getBeansOfType(JsonMapperBuilderCustomizer.class))
        .forEach(
            (name, customizer) ->
                verify(
                    "The JsonMapperBuilderCustomizer",
                    name,
                    customizer,
                    LooserReading.of(customizer::customize),
                    reader));
    new TreeMap<>(beanFactory.getBeansOfType(JsonFactoryBuilderCustomizer.class))
        .forEach(
            (name, customizer) ->
                verify(
                    "The JsonFactoryBuilderCustomizer",
                    name,
                    customizer,
                    LooserReading.ofFactory(customizer::customize),
                    reader));
  }

  private void verify(
      String kind, String name, Object customizer, List<String> loosened, String reader) {
    if (loosened.isEmpty() || ignored.contains(name)) {
      return;
    }
    boolean isOfBoot = customizer.getClass().getName().startsWith("org.springframework.boot.");
    throw new StartUpException(
        (isOfBoot
                ? "The properties 'spring.jackson' (bean '" + name + "') let"
                : kind + " '" + name + "' lets")
            + " more in than "
            + reader
            + " takes, which reads JSON strictly: "
            + String.join(", ", loosened),
        "leave that out; make a JsonMapper of its own for what needs it; or, where only others than"
            + " guarded endpoints do, list the bean in '"
            + PROPERTY
            + "'.");
  }
}
