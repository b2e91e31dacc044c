package dev.gatewright.spring;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches where any property of a kind of challenge is set. */
final class OnChallenge extends SpringBootCondition {

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    Binder binder = Binder.get(context.getEnvironment());
    boolean set =
        isSet(binder, ChallengeConfiguration.PROOF_OF_WORK)
            || isSet(binder, ChallengeConfiguration.SITE_VERIFY);
    return new ConditionOutcome(
        set,
        ConditionMessage.forCondition("Gatewright challenge")
            .because(set ? "one is configured" : "none is configured"));
  }

  private static boolean isSet(Binder binder, String prefix) {
    return binder.bind(prefix, Bindable.mapOf(String.class, Object.class)).isBound();
  }
}
