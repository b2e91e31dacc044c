package dev.gatewright.spring.startup;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches where any property below one of these names is set. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Conditional(ConditionalOnAnyProperty.OnAnyProperty.class)
public @interface ConditionalOnAnyProperty {

  /** Names that properties start with, as {@code gatewright.jwt}. */
  String[] value();

  /** Looks for the properties. */
  final class OnAnyProperty extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(
        ConditionContext context, AnnotatedTypeMetadata metadata) {
      Map<String, Object> attributes =
          metadata.getAnnotationAttributes(ConditionalOnAnyProperty.class.getName());
      List<String> names =
          attributes == null ? List.of() : List.of((String[]) attributes.get("value"));
      Binder binder = Binder.get(context.getEnvironment());
      boolean set = names.stream().anyMatch(name -> Property.isSet(binder, name));
      ConditionMessage.Builder message = ConditionMessage.forCondition("Gatewright property");
      return new ConditionOutcome(
          set, set ? message.foundExactly(names) : message.didNotFind(names.toString()).atAll());
    }
  }
}
