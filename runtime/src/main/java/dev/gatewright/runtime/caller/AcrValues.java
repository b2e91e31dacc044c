package dev.gatewright.runtime.caller;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The authentication context classes ({@code acr}) that mean something here, in an order that is
 * configured and never guessed: a class that is not listed is weaker than every listed one, be it
 * called {@code 1} or {@code 99}. Immutable and thread-safe.
 */
public final class AcrValues {
  private final List<String> weakestFirst;
  private final int firstMultiFactor;

  private AcrValues(List<String> weakestFirst, int firstMultiFactor) {
    this.weakestFirst = weakestFirst;
    this.firstMultiFactor = firstMultiFactor;
  }

  /** The one class {@code mfa}, which stands for more than one factor. */
  public static AcrValues standard() {
    return weakestFirst(List.of("mfa"), "mfa");
  }

  /**
   * These classes.
   *
   * @param values the classes, the weakest first
   * @param multiFactorFrom the weakest that stands for more than one factor; null where none does
   * @throws InvalidOptionException if a value is listed twice, cannot be quoted in a header, or
   *     {@code multiFactorFrom} is not listed
   */
  public static AcrValues weakestFirst(List<String> values, @Nullable String multiFactorFrom) {
    for (String value : values) {
      Option.require(
          isQuotable(value),
          "acrValues",
          "holds what cannot be quoted in a header",
          "use printable ASCII without spaces, \" and \\");
    }
    Option.require(
        new HashSet<>(values).size() == values.size(),
        "acrValues",
        "holds a value twice",
        "list each once, the weakest first");
    int first = multiFactorFrom == null ? values.size() : values.indexOf(multiFactorFrom);
    Option.require(
        first >= 0,
        "multiFactorFrom",
        "is not one of the acr values",
        "name the weakest listed value that stands for more than one factor");
    return new AcrValues(List.copyOf(values), first);
  }

  /** Whether a class is listed. */
  public boolean contains(String acr) {
    return weakestFirst.contains(acr);
  }

  /** Whether a class is this one or a stronger one. */
  public boolean reaches(@Nullable String acr, String required) {
    int rank = weakestFirst.indexOf(required);
    return acr != null && rank >= 0 && weakestFirst.indexOf(acr) >= rank;
  }

  /** Whether a class stands for more than one factor. */
  public boolean isMultiFactor(@Nullable String acr) {
    return acr != null && weakestFirst.indexOf(acr) >= firstMultiFactor;
  }

  /** All classes, the weakest first. */
  public List<String> all() {
    return weakestFirst;
  }

  /** The classes that stand for more than one factor, the weakest first. */
  public List<String> multiFactor() {
    return weakestFirst.subList(firstMultiFactor, weakestFirst.size());
  }

  /** This class and the stronger ones, the weakest first; empty where it is not listed. */
  public List<String> from(String acr) {
    int rank = weakestFirst.indexOf(acr);
    return rank < 0 ? List.of() : weakestFirst.subList(rank, weakestFirst.size());
  }

  private static boolean isQuotable(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> c > ' ' && c <= '~' && c != '"' && c != '\\');
  }
}
