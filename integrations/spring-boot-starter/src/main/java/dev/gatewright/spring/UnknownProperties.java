package dev.gatewright.spring;

import dev.gatewright.spring.startup.Property;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ClassUtils;

/**
 * Stops the start where a property is set that nothing reads: one that is misspelled would leave
 * its default in force without a word.
 */
final class UnknownProperties {
  private static final ConfigurationPropertyName ALL = ConfigurationPropertyName.of("gatewright");

  /** All classes of properties, by name, as some are of modules that may be absent. */
  private static final List<String> READ =
      List.of(
          "dev.gatewright.spring.authentication.AuthenticationProperties",
          "dev.gatewright.spring.caller.CallerProperties",
          "dev.gatewright.spring.challenge.ChallengeProperties",
          "dev.gatewright.spring.exemption.ExemptionProperties",
          "dev.gatewright.spring.explanation.ExplanationProperties",
          "dev.gatewright.spring.input.InputProperties",
          "dev.gatewright.spring.limit.LimitsProperties",
          "dev.gatewright.spring.redis.RedisProperties",
          "dev.gatewright.spring.secret.SecretsProperties",
          "dev.gatewright.spring.transport.TransportProperties",
          "dev.gatewright.spring.undecided.UndecidedProperties");

  /** Names that are known where a property's own name ends to be. */
  private final Set<String> others = new TreeSet<>();

  /** The element of the name, by number, in the place of which these would be known. */
  private int place;

  private UnknownProperties() {}

  /**
   * Looks at all properties, but for environment variables: other systems set some of any name, as
   * Kubernetes does for each service.
   *
   * @throws StartUpException if one or more are not known
   */
  static void verify(Environment environment) {
    Map<String, Set<String>> unknown = new TreeMap<>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource names
          && !(source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource)) {
        names
            .filter(ALL::isAncestorOf)
            .forEach(
                name -> {
                  UnknownProperties known = new UnknownProperties();
                  if (!known.contain(name)) {
                    unknown.put(described(name, source), known.others);
                  }
                });
      }
    }
    if (!unknown.isEmpty()) {
      throw new StartUpException(
          unknown.size() == 1
              ? "the property " + unknown.keySet().iterator().next() + " is not known"
              : "these properties are not known: " + String.join(", ", unknown.keySet()),
          unknown.values().stream()
              .distinct()
              .map(names -> "'" + String.join("', '", names) + "'")
              .collect(Collectors.joining("; or ", "correct the name; known there are ", ".")));
    }
  }

  private static String described(
      ConfigurationPropertyName name, ConfigurationPropertySource source) {
    Origin origin = Origin.from(source.getConfigurationProperty(name));
    return "'" + name + "'" + (origin == null ? "" : " (" + origin + ")");
  }

  private boolean contain(ConfigurationPropertyName name) {
    for (String className : READ) {
      Class<?> type = ClassUtils.resolveClassName(className, getClass().getClassLoader());
      ConfigurationPropertyName prefix =
          ConfigurationPropertyName.of(type.getAnnotation(ConfigurationProperties.class).value());
      if (prefix.isAncestorOf(name) && hasPart(type, name, prefix.getNumberOfElements())) {
        return true;
      }
      if (ALL.isParentOf(prefix)) {
        suggest(1, Stream.of(prefix.getLastElement(Form.DASHED)));
      }
    }
    return false;
  }

  /** Whether what a property's name says from an element on leads to something in the type. */
  private boolean hasPart(Type type, ConfigurationPropertyName name, int index) {
    if (index == name.getNumberOfElements()) {
      return true;
    }
    if (type instanceof ParameterizedType container) {
      Type[] held = container.getActualTypeArguments();
      return (held.length == 2 || name.isNumericIndex(index))
          && hasPart(held[held.length - 1], name, index + 1);
    }
    if (!(type instanceof Class<?> record) || !record.isRecord()) {
      return false;
    }
    try {
      return hasComponent(record, name, index);
    } catch (LinkageError absent) {
      // Of a module that is not there, which is told by itself.
      return true;
    }
  }

  private boolean hasComponent(Class<?> record, ConfigurationPropertyName name, int index) {
    RecordComponent[] components = record.getRecordComponents();
    for (RecordComponent component : components) {
      if (component.getName().equalsIgnoreCase(name.getElement(index, Form.UNIFORM))) {
        return hasPart(component.getGenericType(), name, index + 1);
      }
    }
    suggest(index, Stream.of(components).map(each -> Property.dashed(each.getName())));
    return false;
  }

  /** Keeps what is known at the place that most of the name leads to. */
  private void suggest(int index, Stream<String> names) {
    if (index > place) {
      place = index;
      others.clear();
    }
    if (index == place) {
      names.forEach(others::add);
    }
  }
}
