package dev.gatewright.spring.json;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.PropertyMetadata;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.CreatorProperty;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedParameter;

/**
 * Requires no argument that no document may give, as the application ignores it or lets it only be
 * written: it is null, as Jackson has it.
 */
final class UnboundArguments extends ValueInstantiator.Delegating {
  private static final long serialVersionUID = 1L;

  private final Set<String> bound;

  private UnboundArguments(ValueInstantiator instantiator, Set<String> bound) {
    super(instantiator);
    this.bound = bound;
  }

  /** Looks for them among the arguments of a constructor that a document is bound to. */
  static BeanDeserializerBuilder allow(BeanDeserializerBuilder builder) {
    ValueInstantiator instantiator = builder.getValueInstantiator();
    if (instantiator.canCreateFromObjectWith()) {
      Set<String> bound = new HashSet<>();
      builder
          .getProperties()
          .forEachRemaining(
              property -> {
                if (!builder.hasIgnorable(property.getName())) {
                  bound.add(property.getName());
                }
              });
      builder.setValueInstantiator(new UnboundArguments(instantiator, bound));
    }
    return builder;
  }

  @Override
  public SettableBeanProperty[] getFromObjectArguments(DeserializationConfig config) {
    SettableBeanProperty[] arguments = super.getFromObjectArguments(config).clone();
    for (int i = 0; i < arguments.length; i++) {
      SettableBeanProperty argument = arguments[i];
      if (!bound.contains(argument.getName())
          && argument.getInjectionDefinition() == null
          && argument.getMember() instanceof AnnotatedParameter parameter) {
        arguments[i] =
            CreatorProperty.construct(
                argument.getFullName(),
                argument.getType(),
                argument.getWrapperName(),
                argument.getValueTypeDeserializer(),
                null,
                parameter,
                argument.getCreatorIndex(),
                null,
                PropertyMetadata.STD_OPTIONAL);
      }
    }
    return arguments;
  }
}
