package dev.gatewright.spring.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.ValueInstantiator;

/**
 * Refuses what a view leaves out, where Jackson would skip arguments of constructors in silence, or
 * take it for one of other names.
 */
final class ViewProperties extends ValueDeserializerModifier {
  private static final long serialVersionUID = 1L;

  private final Class<?> view;

  ViewProperties(Class<?> view) {
    this.view = view;
  }

  @Override
  public BeanDeserializerBuilder updateBuilder(
      DeserializationConfig config,
      BeanDescription.Supplier description,
      BeanDeserializerBuilder builder) {
    List<PropertyName> outside = new ArrayList<>();
    builder
        .getProperties()
        .forEachRemaining(
            property -> {
              if (isOutside(property)) {
                outside.add(property.getFullName());
              }
            });
    for (PropertyName each : outside) {
      builder.removeProperty(each);
      builder.addIgnorable(each.getSimpleName());
    }
    if (!outside.isEmpty() && builder.getValueInstantiator().canCreateFromObjectWith()) {
      builder.setValueInstantiator(new WithoutNames(builder.getValueInstantiator()));
    }
    return builder;
  }

  private boolean isOutside(SettableBeanProperty property) {
    return property.hasViews() && !property.visibleInView(view);
  }

  /** Takes their names from arguments that are outside, so that no document gives them. */
  private final class WithoutNames extends ValueInstantiator.Delegating {
    private static final long serialVersionUID = 1L;

    WithoutNames(ValueInstantiator instantiator) {
      super(instantiator);
    }

    @Override
    public SettableBeanProperty[] getFromObjectArguments(DeserializationConfig config) {
      SettableBeanProperty[] named = super.getFromObjectArguments(config);
      SettableBeanProperty[] arguments = named.clone();
      for (int i = 0; i < named.length; i++) {
        if (isOutside(named[i])) {
          // NUL: no name in a document that is read here has it.
          arguments[i] = named[i].withSimpleName("\0" + i);
        }
      }
      return arguments;
    }
  }
}
