package dev.gatewright.processor.baseline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The format of the list: a header of comments, then one endpoint a line, sorted by its characters,
 * without duplicates: {@code bank.Accounts#find(java.util.UUID)}.
 *
 * @param numbers the number of its line, from 1, by endpoint
 * @param faults one for each line that is malformed, which is not among the numbers
 */
record EndpointLines(Map<String, Integer> numbers, List<Fault> faults) {
  private static final String HEADER =
      """
      # Endpoints that are not decided yet: neither @Secured nor @Public.
      # Those that are listed compile and have no guard; any other is an error (GW-A01).
      # Decide one, and remove its line. Lines are sorted; removals may be written by
      # -Agatewright.baseline.write=removals, the whole list by -Agatewright.baseline.write=all.
      """;

  private static final String COMMENT = "#";
  private static final String ARRAY = "[]";

  /** Messages quote no more of a line. */
  private static final int MOST_QUOTED = 200;

  /** Copies what it is given. */
  EndpointLines {
    numbers = Map.copyOf(numbers);
    faults = List.copyOf(faults);
  }

  /** Reads the text of a file, which messages call by its name. */
  static EndpointLines parse(String text, String fileName) {
    TreeMap<String, Integer> numbers = new TreeMap<>();
    List<Fault> faults = new ArrayList<>();
    boolean header = true;
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      header &= line.isBlank() || line.startsWith(COMMENT);
      if (!header) {
        Fault fault = faultOf(line, numbers, fileName + ", line " + (i + 1) + ": ");
        if (fault == null) {
          numbers.put(line, i + 1);
        } else {
          faults.add(fault);
        }
      }
    }
    return new EndpointLines(numbers, faults);
  }

  /**
   * What is wrong with a line below the header; null where nothing is.
   *
   * @param before the lines before it, of which the greatest is the last
   */
  private static @Nullable Fault faultOf(
      String line, TreeMap<String, Integer> before, String where) {
    if (line.isBlank() || line.startsWith(COMMENT)) {
      return new Fault(
          where + "only the header may have comments and blank lines",
          "move it there, or remove it");
    }
    if (!isEndpoint(line)) {
      return new Fault(
          where + quoted(line) + " is no endpoint",
          "write it as bank.Accounts#find(java.util.UUID,int[]), without spaces: the class that"
              + " serves it, as bank.Branch$Accounts where it is nested, the method and the erased"
              + " types of its parameters");
    }
    if (before.containsKey(line)) {
      return new Fault(where + quoted(line) + " is listed twice", "remove this line");
    }
    return !before.isEmpty() && line.compareTo(before.lastKey()) < 0
        ? new Fault(
            where
                + quoted(line)
                + " comes after "
                + quoted(before.lastKey())
                + ", though it sorts before it",
            "move it: lines are sorted by their characters")
        : null;
  }

  private static String quoted(String line) {
    return line.length() > MOST_QUOTED
        ? "'" + line.substring(0, MOST_QUOTED) + "...'"
        : "'" + line + "'";
  }

  private static boolean isEndpoint(String line) {
    int method = line.indexOf('#');
    int parameters = line.indexOf('(');
    if (method < 0 || parameters < method || !line.endsWith(")")) {
      return false;
    }
    String inside = line.substring(parameters + 1, line.length() - 1);
    return isQualified(line.substring(0, method))
        && isIdentifier(line.substring(method + 1, parameters))
        && (inside.isEmpty()
            || Stream.of(inside.split(",", -1)).allMatch(EndpointLines::isParameter));
  }

  private static boolean isParameter(String type) {
    int dimensions = type.indexOf(ARRAY);
    return dimensions < 0
        ? isQualified(type)
        : isQualified(type.substring(0, dimensions))
            && type.substring(dimensions).replace(ARRAY, "").isEmpty();
  }

  private static boolean isQualified(String name) {
    return Stream.of(name.split("\\.", -1)).allMatch(EndpointLines::isIdentifier);
  }

  private static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && Character.isJavaIdentifierStart(name.codePointAt(0))
        && name.codePoints().allMatch(Character::isJavaIdentifierPart);
  }

  /** The text of a file. */
  static String print(Collection<String> endpoints) {
    StringBuilder text = new StringBuilder(HEADER);
    new TreeSet<>(endpoints).forEach(each -> text.append(each).append('\n'));
    return text.toString();
  }

  /** The class that an endpoint's line names. */
  static String classOf(String endpoint) {
    return endpoint.substring(0, endpoint.indexOf('#'));
  }
}
