package dev.gatewright.spring.secret;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Warns of secrets below {@code gatewright} that stand in clear in a configuration file, where
 * whoever reads the repository, the jar or a backup reads them too. Environment variables, system
 * properties, the command line and trees of mounted files are where secrets belong; a value that
 * one of these replaces is in use nowhere. Says which property and what to do, and never the value.
 */
final class ClearTextSecrets {
  private static final Logger log = LoggerFactory.getLogger(ClearTextSecrets.class);

  private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("gatewright");
  private static final List<String> SECRET =
      List.of(
          "secret",
          "secrets",
          "pepper",
          "peppers",
          "password",
          "passphrase",
          "privatekey",
          "secretkey",
          "signingkey",
          "accesskey",
          "token");

  /** An address with a password in it: {@code redis://bank:password@redis.example}. */
  private static final Pattern WITH_PASSWORD =
      Pattern.compile("[A-Za-z][^:/]*://[^/?#@]*:[^/?#]+@.*");

  /** What names a place rather than a secret, or is encrypted. */
  private static final List<String> NO_LITERAL = List.of("classpath:", "file:", "{cipher}");

  /** A placeholder without a default value, the innermost first. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^${}:]*(?::\\s*)?}");

  private ClearTextSecrets() {}

  static void warn(ConfigurableEnvironment environment) {
    Set<ConfigurationPropertyName> known = new HashSet<>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource names) {
        names.stream()
            .filter(ROOT::isAncestorOf)
            // The first source that has a property is the one that counts.
            .filter(known::add)
            .filter(name -> isFile(source))
            .map(names::getConfigurationProperty)
            .filter(property -> property != null && isSecret(property))
            .forEach(ClearTextSecrets::warn);
      }
    }
  }

  private static void warn(ConfigurationProperty property) {
    log.warn(
        "The secret '{}' stands in clear in a configuration file ({}). Fix: take it out, and set"
            + " the environment variable {} or mount it with spring.config.import=configtree:.",
        property.getName(),
        property.getOrigin(),
        variable(property.getName()));
  }

  private static boolean isFile(ConfigurationPropertySource source) {
    Object underlying = source.getUnderlyingSource();
    return underlying instanceof OriginTrackedMapPropertySource
        || underlying instanceof ResourcePropertySource;
  }

  private static boolean isSecret(ConfigurationProperty property) {
    String literal = literal(property);
    return isSecret(property.getName())
        ? !literal.isBlank()
        : WITH_PASSWORD.matcher(literal).matches();
  }

  private static boolean isSecret(ConfigurationPropertyName name) {
    int last = name.getNumberOfElements() - 1;
    while (last > 0 && name.isNumericIndex(last)) {
      last--;
    }
    String element = name.getElement(last, Form.UNIFORM);
    return SECRET.stream().anyMatch(element::endsWith);
  }

  /** What the value holds besides places, ciphers and placeholders. */
  private static String literal(ConfigurationProperty property) {
    String value = String.valueOf(property.getValue()).strip();
    if (NO_LITERAL.stream().anyMatch(value::startsWith)) {
      return "";
    }
    Matcher placeholder = PLACEHOLDER.matcher(value);
    while (placeholder.find()) {
      value = placeholder.replaceAll("");
      placeholder = PLACEHOLDER.matcher(value);
    }
    return value;
  }

  /** The variable that Spring Boot binds to the property. */
  private static String variable(ConfigurationPropertyName name) {
    return name.toString()
        .replace("-", "")
        .replace("]", "")
        .replaceAll("[.\\[]", "_")
        .toUpperCase(Locale.ROOT);
  }
}
