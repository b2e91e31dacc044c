package dev.gatewright.processor.rule;

import dev.gatewright.limit.DurationText;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Located;
import dev.gatewright.processor.model.SecuredSpec;
import java.util.ArrayList;
import java.util.List;

/** Values of one {@code @Secured}: its maximum age, context class, roles and scopes. */
final class SecuredValues implements Rule {

  @Override
  public List<Finding> check(GuardedType type) {
    return type.methods().stream()
        .flatMap(method -> method.declarations().secured().stream())
        .flatMap(secured -> check(secured).stream())
        .toList();
  }

  private static List<Finding> check(SecuredSpec secured) {
    List<Finding> findings = new ArrayList<>();
    Located<String> age = secured.maxAuthAge();
    if (!age.value().isEmpty() && DurationText.parse(age.value()).isEmpty()) {
      findings.add(
          Finding.of(
              AccessRule.BAD_MAXIMUM_AGE,
              age.spot(),
              age.spot().element(),
              Quoted.of(age.value())));
    }
    Located<String> acr = secured.acr();
    if (!isOfScopeToken(acr.value())) {
      findings.add(
          Finding.of(
              AccessRule.BAD_CONTEXT_CLASS,
              acr.spot(),
              acr.spot().element(),
              Quoted.of(acr.value())));
    }
    for (Located<String> role : secured.roles()) {
      if (role.value().isBlank()) {
        findings.add(bad("role", role, "it is blank", "write the role's name"));
      }
    }
    for (Located<String> scope : secured.scopes()) {
      if (scope.value().isBlank()) {
        findings.add(bad("scope", scope, "it is blank", "write the scope's name"));
      } else if (!isOfScopeToken(scope.value())) {
        findings.add(
            bad(
                "scope",
                scope,
                "a scope has only printable ASCII characters, no space, quote or backslash",
                "write each scope as an element of its own"));
      }
    }
    return findings;
  }

  private static Finding bad(String kind, Located<String> name, String reason, String fix) {
    return Finding.of(
        AccessRule.BAD_ROLE_OR_SCOPE,
        name.spot(),
        name.spot().element(),
        kind,
        Quoted.of(name.value()),
        reason,
        fix);
  }

  /** Whether all characters are NQCHAR of RFC 6749, appendix A. */
  private static boolean isOfScopeToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character <= ' ' || character >= 0x7F || character == '"' || character == '\\') {
        return false;
      }
    }
    return true;
  }
}
