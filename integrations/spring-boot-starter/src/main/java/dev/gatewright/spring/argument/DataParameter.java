package dev.gatewright.spring.argument;

import dev.gatewright.spring.text.ScalarShape;
import dev.gatewright.spring.text.StrictText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A parameter that Spring Data reads, and replaces by its default where it cannot. Immutable. */
sealed interface DataParameter extends ArgumentCheck {

  /** Its name in the request. */
  String name();

  /** A page's number or size, or an offset. */
  record Count(String name, long least, long most) implements DataParameter {
    private static final int MAX_LENGTH = 19;

    @Override
    public void check(HttpServletRequest request) {
      String[] values = request.getParameterValues(name);
      if (values != null) {
        ArgumentCheck.require(values.length == 1, name, ConversionTarget.REPEATED);
        ArgumentCheck.require(isWithin(values[0]), name, ConversionTarget.MALFORMED);
      }
    }

    private boolean isWithin(String text) {
      if (!ScalarShape.INTEGER.matches(text) || text.length() > MAX_LENGTH) {
        return false;
      }
      try {
        long count = Long.parseLong(text);
        return count >= least && count <= most;
      } catch (NumberFormatException beyond) {
        return false;
      }
    }
  }

  /** What to sort by: {@code sort=name,age,desc&sort=id}. */
  record Order(String name, String delimiter) implements DataParameter {
    private static final Set<String> DIRECTIONS = Set.of("asc", "desc", "ASC", "DESC");
    private static final String IGNORE_CASE = "ignorecase";

    @Override
    public void check(HttpServletRequest request) {
      String[] values = request.getParameterValues(name);
      if (values != null) {
        for (String value : values) {
          ArgumentCheck.require(isOrder(value), name, ConversionTarget.MALFORMED);
        }
      }
    }

    private boolean isOrder(String value) {
      List<String> parts = new ArrayList<>();
      int start = 0;
      for (int end = value.indexOf(delimiter);
          end >= 0 && !delimiter.isEmpty();
          end = value.indexOf(delimiter, start)) {
        parts.add(value.substring(start, end));
        start = end + delimiter.length();
      }
      parts.add(value.substring(start));
      int properties = parts.size();
      if (properties > 1 && parts.get(properties - 1).equals(IGNORE_CASE)) {
        properties--;
      }
      if (properties > 1 && DIRECTIONS.contains(parts.get(properties - 1))) {
        properties--;
      }
      return parts.subList(0, properties).stream().allMatch(Order::isProperty);
    }

    private static boolean isProperty(String part) {
      return !part.isEmpty()
          && !part.equalsIgnoreCase("asc")
          && !part.equalsIgnoreCase("desc")
          && !part.equalsIgnoreCase(IGNORE_CASE)
          && !part.startsWith(".")
          && !part.endsWith(".")
          && !part.contains("..")
          && StrictText.isDecoded(part)
          && part.chars().allMatch(next -> next == '.' || Character.isJavaIdentifierPart(next));
    }
  }
}
