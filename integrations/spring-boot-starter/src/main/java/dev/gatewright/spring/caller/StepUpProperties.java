package dev.gatewright.spring.caller;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strongly callers can authenticate (RFC 9470). Immutable.
 *
 * @param acrValues the values of 'acr' that mean something here, the weakest first
 * @param mfaFrom the weakest of them that stands for more than one factor; 'mfa' where acr-values
 *     is not set either, else none
 */
public record StepUpProperties(@DefaultValue List<String> acrValues, @Nullable String mfaFrom) {

  /** Where nothing is set, {@code mfa} is the one value. */
  public StepUpProperties {
    if (acrValues.isEmpty() && mfaFrom == null) {
      acrValues = List.of("mfa");
      mfaFrom = "mfa";
    }
  }
}
