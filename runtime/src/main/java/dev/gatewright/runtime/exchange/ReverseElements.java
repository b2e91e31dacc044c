package dev.gatewright.runtime.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the comma-separated elements of a header from the right, over all its lines, and looks at
 * no more of it than it is asked for: what a client put to the left costs nothing. Not thread-safe.
 */
final class ReverseElements {
  private final List<String> lines;
  private int line;
  private int end;

  ReverseElements(List<String> lines) {
    this.lines = lines;
    this.line = lines.size() - 1;
    this.end = line < 0 ? -1 : lines.get(line).length();
  }

  /** The next element to the left without surrounding blanks, perhaps empty; null at the end. */
  @Nullable String next() {
    if (line < 0) {
      return null;
    }
    String text = lines.get(line);
    int comma = text.lastIndexOf(',', end - 1);
    String element = text.substring(comma + 1, end).strip();
    if (comma >= 0) {
      end = comma;
    } else {
      line--;
      end = line < 0 ? -1 : lines.get(line).length();
    }
    return element;
  }
}
