package dev.gatewright.spring;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches where any property of one kind of credential, or store, is set. */
abstract class OnCredentials extends SpringBootCondition {
  private final List<String> prefixes;

  private OnCredentials(String... prefixes) {
    this.prefixes = List.of(prefixes);
  }

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    Binder binder = Binder.get(context.getEnvironment());
    boolean set =
        prefixes.stream()
            .anyMatch(
                prefix ->
                    binder.bind(prefix, Bindable.mapOf(String.class, Object.class)).isBound());
    ConditionMessage.Builder message = ConditionMessage.forCondition("Gatewright credentials");
    return new ConditionOutcome(
        set,
        set ? message.foundExactly(prefixes) : message.didNotFind(prefixes.toString()).atAll());
  }

  /** Any property below {@code gatewright.jwt} or {@code gatewright.introspection}. */
  static final class Bearer extends OnCredentials {
    Bearer() {
      super("gatewright.jwt", "gatewright.introspection");
    }
  }

  /** Any property below {@code gatewright.api-keys}. */
  static final class ApiKey extends OnCredentials {
    ApiKey() {
      super("gatewright.api-keys");
    }
  }

  /** Any property below {@code gatewright.dpop}. */
  static final class Dpop extends OnCredentials {
    Dpop() {
      super("gatewright.dpop");
    }
  }

  /** Any property below {@code gatewright.mutual-tls}. */
  static final class MutualTls extends OnCredentials {
    MutualTls() {
      super("gatewright.mutual-tls");
    }
  }

  /** Any property below {@code gatewright.redis}. */
  static final class Redis extends OnCredentials {
    Redis() {
      super("gatewright.redis");
    }
  }
}
