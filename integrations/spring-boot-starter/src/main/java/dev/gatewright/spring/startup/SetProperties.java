package dev.gatewright.spring.startup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/** Tells what properties hold and where they are set, but nothing of secrets. */
record SetProperties(Environment environment) {

  /** In the last elements of the names of those that hold secrets, or what is made of them. */
  private static final List<String> OF_SECRETS =
      List.of("secret", "pepper", "password", "hash", "key", "token", "credential");

  private static final int MOST_SHOWN = 200;

  /** Where and as what a property is set, to be put behind a problem; empty where it is not. */
  String described(@Nullable String name) {
    if (name == null || !ConfigurationPropertyName.isValid(name)) {
      return "";
    }
    ConfigurationPropertyName property = ConfigurationPropertyName.of(name);
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      ConfigurationProperty found = source.getConfigurationProperty(property);
      if (found != null) {
        String origin = found.getOrigin() == null ? "" : " (" + found.getOrigin() + ")";
        return isSecret(property) ? origin : "; it is '" + shown(found.getValue()) + "'" + origin;
      }
    }
    return "";
  }

  /** Whether a property may hold a secret, so that its value is not to be shown. */
  static boolean isSecret(ConfigurationPropertyName name) {
    for (int i = name.getNumberOfElements() - 1; i >= 0; i--) {
      if (!name.isNumericIndex(i)) {
        String element = name.getElement(i, Form.UNIFORM);
        return OF_SECRETS.stream().anyMatch(element::contains);
      }
    }
    return true;
  }

  /** Of an address neither user and password nor the query, which may hold a key. */
  private static String shown(Object value) {
    String text =
        String.valueOf(value).replaceAll("//[^/@]*@", "//...@").replaceAll("\\?.*", "?...");
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
  }
}
