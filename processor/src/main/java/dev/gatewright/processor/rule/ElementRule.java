package dev.gatewright.processor.rule;

import static dev.gatewright.processor.rule.RuleText.error;

import java.util.List;

/** Elements that cannot be guarded. */
public enum ElementRule implements RuleId {
  FINAL_TYPE(
      "GW-M01", "Final class", "the class is final, so no guard can extend it", "remove 'final'"),
  FINAL_METHOD(
      "GW-M02",
      "Final method",
      "the method is final, so the guard cannot override it",
      "remove 'final'"),
  PRIVATE_METHOD(
      "GW-M03",
      "Private method",
      "the method is private, so the guard cannot override it",
      "remove 'private'"),
  STATIC_METHOD(
      "GW-M04",
      "Static method",
      "the method is static, so the guard cannot override it",
      "remove 'static'"),
  SEALED_TYPE(
      "GW-M05",
      "Sealed type",
      "the type is sealed, so no guard may extend it",
      "remove 'sealed' and its 'permits' clause"),
  RECORD("GW-M06", "Record", "it is a record, which no guard can extend", "make it a class"),
  ENUM("GW-M07", "Enum", "it is an enum, which no guard can extend", "make it a class"),
  PRIVATE_CONSTRUCTORS(
      "GW-M08",
      "Only private constructors",
      "all its constructors are private, so no guard can call one",
      "remove 'private' from a constructor"),
  INNER_CLASS(
      "GW-M09",
      "Inner class",
      "it is an inner class, and its guard would have no enclosing instance",
      "make it static, or a top-level class"),
  PRIVATE_TYPE(
      "GW-M10",
      "Private type",
      "it, or a type around it, is private, so no guard can extend it",
      "remove 'private'"),
  GUARD_NAME_TAKEN(
      "GW-M11",
      "Guard name taken",
      "its guard would be %3$s, and %4$s has that name already",
      "rename one of the two"),
  PACKAGE_PRIVATE_ELSEWHERE(
      "GW-M12",
      "Package-private method of another package",
      "the method is package-private in %3$s, so the guard in %4$s cannot override it",
      "make the method protected or public"),
  LOCAL_CLASS(
      "GW-M13",
      "Local or anonymous class",
      "it is declared inside a body, out of any guard's reach",
      "make it a top-level class or a static nested class"),
  ANNOTATION_TYPE(
      "GW-M14",
      "Annotation type",
      "it is an annotation type, which nobody calls",
      "annotate the endpoint itself"),
  GUARD_MEMBER_TAKEN("GW-M15", "Member that the guard needs", "%3$s", "rename that member"),
  UNRESOLVED_TYPE(
      "GW-M17",
      "Unresolved name",
      "it uses a name that neither the sources nor another processor declare",
      "correct the name that the compiler does not find"),
  META_ANNOTATION(
      "GW-M19",
      "Meta-annotation",
      "it only stands on @%3$s, and an annotation that bears it guards nothing",
      "write %1$s here as well as, or instead of, @%3$s"),
  NO_ADAPTER(
      "GW-M20",
      "Unguarded framework",
      "%4$s reaches it by %3$s, and Gatewright has no module that guards what comes in that way",
      "%5$s"),
  NO_REQUEST(
      "GW-M21",
      "Never in a request",
      "%4$s calls it by %3$s and without a request, so the guard would always refuse",
      "%5$s"),
  IMPLEMENTED_BY_FRAMEWORK(
      "GW-M22",
      "Implemented by a framework",
      "%4$s itself implements it because of %3$s, and does not call the guard",
      "%5$s"),
  NOTHING_TO_GUARD(
      "GW-M24", "Nothing to guard", "it has no method that the annotation reaches", "%5$s"),
  SUPER_CALL(
      "GW-M25",
      "Call by super past the guard",
      "%3$s calls it by 'super', which reaches the supertype's own method and not the guard",
      "call '%4$s' without 'super', or move what both do to a method without Gatewright's"
          + " annotations"),
  SELF_CALL(
      "GW-M28",
      "Default method behind a guard",
      "%3$s calls it on the object that %4$s hands calls on to, where nothing is asked",
      "annotate the class that implements %5$s instead of using %4$s, or move %3$s to a class that"
          + " has the guard"),
  HIDDEN_TYPE(
      "GW-M18",
      "Hidden type in a signature",
      "its signature or an annotation names %3$s, which the guard in %4$s cannot see",
      "make that type visible there"),
  FINAL_BY_LOMBOK(
      "GW-M26",
      "Class that Lombok makes final",
      "Lombok makes the class final, so no guard can extend it",
      "write the annotations that you need of those that @Value stands for, as @Getter and"
          + " @RequiredArgsConstructor, or add @NonFinal"),
  UNKNOWN_ADAPTER(
      error(
          "GW-M23",
          "Unknown framework in an option",
          "the compiler option -A%1$s has the value '%2$s', which is no framework that it knows",
          "use one of %3$s, or several separated by commas",
          "API5:2023",
          "AC-3")),
  OLD_SOURCE_LEVEL(
      error(
          "GW-M27",
          "Source level below 17",
          "the compiler reads the sources as Java %1$s, and guards are written in Java 17",
          "compile with '--release 17' or a newer one",
          "API5:2023",
          "AC-3")),
  ABSTRACT_CLASS(
      new RuleText(
          "GW-M16",
          "Abstract class",
          Severity.NOTE,
          "%2$s gets no guard of its own: it is abstract, and its concrete subclasses get theirs",
          "none needed",
          List.of("API5:2023", "AC-3")));

  @SuppressWarnings("ImmutableEnumChecker") // strings and an unmodifiable list
  private final RuleText text;

  /** With the reason and the fix; the annotation and the element are the first two arguments. */
  ElementRule(String id, String title, String reason, String fix) {
    this(error(id, title, "%1$s cannot guard %2$s: " + reason, fix, "API5:2023", "AC-3"));
  }

  ElementRule(RuleText text) {
    this.text = text;
  }

  @Override
  public RuleText text() {
    return text;
  }
}
