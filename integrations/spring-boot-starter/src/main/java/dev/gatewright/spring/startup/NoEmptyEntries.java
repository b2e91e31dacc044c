package dev.gatewright.spring.startup;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindHandlerAdvisor;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * Refuses an empty entry in any list of Gatewright's properties, as a comma too many or a
 * placeholder without a value leaves: it would stand for whatever has no name.
 */
public final class NoEmptyEntries extends AbstractBindHandler {
  private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("gatewright");

  public NoEmptyEntries(BindHandler parent) {
    super(parent);
  }

  /** Applies to all properties that Spring Boot binds to beans. */
  static final class Advisor implements ConfigurationPropertiesBindHandlerAdvisor {
    @Override
    public BindHandler apply(BindHandler handler) {
      return new NoEmptyEntries(handler);
    }
  }

  @Override
  public @Nullable Object onSuccess(
      ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
    if (result instanceof Collection<?> entries
        && (OURS.equals(name) || OURS.isAncestorOf(name))
        && entries.stream().anyMatch(each -> each instanceof String text && text.isBlank())) {
      throw new StartUpException(
          "the property '" + name + "' has an empty entry",
          "remove it, and the comma before or after it; a placeholder that may have no value"
              + " needs a property of its own.");
    }
    return super.onSuccess(name, target, context, result);
  }
}
