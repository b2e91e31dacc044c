package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.ConsultedClass.Question;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.LimitSpec;
import dev.gatewright.processor.model.TypeUse;
import java.util.List;
import java.util.Objects;

/** What guards ask classes for, and the rules by which a class may be asked. */
enum ConsultedRole {

  /** Object-level policies, whether the caller may touch the object. */
  PERMISSION(
      "permits",
      new TypeUse.Primitive("boolean"),
      PolicyRule.NOT_ONE_PERMITS,
      PolicyRule.NOT_BOOLEAN,
      PolicyRule.CALLER_NOT_FIRST,
      PolicyRule.PARAMETERS_DIFFER,
      PolicyRule.CHECKED_EXCEPTION,
      PolicyRule.UNUSABLE_CLASS),

  /** Key classes, what a call is counted with. */
  KEY(
      "key",
      new TypeUse.Declared(new ClassReference("java.lang", List.of("String")), List.of()),
      KeyRule.NOT_ONE_KEY,
      KeyRule.NOT_STRING,
      KeyRule.UNKNOWN_CALLER,
      KeyRule.PARAMETERS_DIFFER,
      KeyRule.CHECKED_EXCEPTION,
      KeyRule.UNUSABLE_CLASS);

  private final String method;

  @SuppressWarnings("ImmutableEnumChecker") // a record of unmodifiable parts
  private final TypeUse answer;

  // Each of these is a constant of an enum.
  @SuppressWarnings("ImmutableEnumChecker")
  private final RuleId notOneMethod;

  @SuppressWarnings("ImmutableEnumChecker")
  private final RuleId wrongMethod;

  @SuppressWarnings("ImmutableEnumChecker")
  private final RuleId wrongCaller;

  @SuppressWarnings("ImmutableEnumChecker")
  private final RuleId parametersDiffer;

  @SuppressWarnings("ImmutableEnumChecker")
  private final RuleId checkedException;

  @SuppressWarnings("ImmutableEnumChecker")
  private final RuleId unusableClass;

  ConsultedRole(
      String method,
      TypeUse answer,
      RuleId notOneMethod,
      RuleId wrongMethod,
      RuleId wrongCaller,
      RuleId parametersDiffer,
      RuleId checkedException,
      RuleId unusableClass) {
    this.method = method;
    this.answer = answer;
    this.notOneMethod = notOneMethod;
    this.wrongMethod = wrongMethod;
    this.wrongCaller = wrongCaller;
    this.parametersDiffer = parametersDiffer;
    this.checkedException = checkedException;
    this.unusableClass = unusableClass;
  }

  /** The classes that the guard asks at an endpoint. */
  List<ConsultedClass> of(GuardedMethod endpoint) {
    return switch (this) {
      case PERMISSION ->
          endpoint.declarations().lastingSecured().stream()
              .flatMap(secured -> secured.policies().stream())
              .toList();
      case KEY ->
          // Of limits that a type declares, another rule says that they have no keys.
          endpoint.declarations().limits().stream()
              .filter(limit -> limit.origin().isOnMethod())
              .map(LimitSpec::keyedBy)
              .filter(Objects::nonNull)
              .toList();
    };
  }

  /** Whether the method may ask for the caller, or not ask for it, as it does. */
  boolean fitsCaller(Question question, GuardedMethod endpoint) {
    return switch (this) {
      case PERMISSION -> question.takesCallerFirst();
      case KEY -> !question.takesCallerFirst() || !endpoint.declarations().isOpen();
    };
  }

  /** What to do about parameters of other names. */
  String sameParameters() {
    String fix = "give both the same parameter name and type";
    return switch (this) {
      case PERMISSION -> fix;
      case KEY -> fix + "; only a Caller may come first without";
    };
  }

  String method() {
    return method;
  }

  TypeUse answer() {
    return answer;
  }

  RuleId notOneMethod() {
    return notOneMethod;
  }

  RuleId wrongMethod() {
    return wrongMethod;
  }

  RuleId wrongCaller() {
    return wrongCaller;
  }

  RuleId parametersDiffer() {
    return parametersDiffer;
  }

  RuleId checkedException() {
    return checkedException;
  }

  RuleId unusableClass() {
    return unusableClass;
  }
}
