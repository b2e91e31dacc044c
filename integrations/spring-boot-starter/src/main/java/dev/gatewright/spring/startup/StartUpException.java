package dev.gatewright.spring.startup;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stops the application's start, as something is configured so that requests could not be guarded.
 * Its message names the element or the property; {@link #fix} says what to do.
 */
public final class StartUpException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String FIX = ". Fix: ";

  private final String problem;
  private final String fix;
  private final @Nullable String property;

  /** Those it was made of, which have no others; empty where it is one itself. */
  private final transient List<StartUpException> parts;

  /** A refusal of the start: the problem, without a full stop, and the fix. */
  public StartUpException(String problem, String fix) {
    this(problem, fix, null, List.of());
  }

  private StartUpException(
      String problem, String fix, @Nullable String property, List<StartUpException> parts) {
    super(problem + FIX + fix);
    this.problem = problem;
    this.fix = fix;
    this.property = property;
    this.parts = parts;
  }

  /** One refusal for several, with their problems and their fixes under the same numbers. */
  static StartUpException of(List<StartUpException> refusals) {
    if (refusals.size() == 1) {
      return refusals.get(0);
    }
    StartUpException all =
        new StartUpException(
            refusals.size()
                + " things keep the application from starting:"
                + numbered(refusals, StartUpException::problem),
            numbered(refusals, StartUpException::fix),
            null,
            List.copyOf(refusals));
    refusals.forEach(all::addSuppressed);
    return all;
  }

  private static String numbered(
      List<StartUpException> refusals, Function<StartUpException, String> text) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < refusals.size(); i++) {
      lines.append("\n  ").append(i + 1).append(". ").append(text.apply(refusals.get(i)));
    }
    return lines.toString();
  }

  /** Those it was made of; itself where it is of one problem. */
  List<StartUpException> all() {
    return parts.isEmpty() ? List.of(this) : parts;
  }

  /** What the runtime refused; its messages name problem and fix, and never quote secrets. */
  public static StartUpException of(String where, IllegalArgumentException refused) {
    String message = String.valueOf(refused.getMessage());
    int fix = message.indexOf(FIX);
    return new StartUpException(
        where + (fix < 0 ? message : message.substring(0, fix)),
        fix < 0 ? "correct it." : message.substring(fix + FIX.length()));
  }

  /**
   * A refusal of what one property holds.
   *
   * @param name the property, which the problem names too
   */
  static StartUpException ofProperty(String name, IllegalArgumentException refused) {
    StartUpException refusal = of("the property '" + name + "' is not valid: ", refused);
    return new StartUpException(refusal.problem, refusal.fix, name, List.of());
  }

  /** The property whose value is refused; null where it is something else, or none is set. */
  @Nullable String property() {
    return property;
  }

  /** The same, with more about the problem. */
  StartUpException with(String more) {
    return new StartUpException(problem + more, fix);
  }

  /** What is wrong. */
  public String problem() {
    return problem;
  }

  /** What to do about it. */
  public String fix() {
    return fix;
  }
}
