package dev.gatewright.processor.code;

/**
 * Text that is safe inside a Javadoc comment whatever it holds: it can neither end the comment, nor
 * start a tag, nor be a Unicode escape.
 */
final class JavadocText {

  /** Columns of text in a line; with indentation and asterisk it stays below 100. */
  private static final int WIDTH = 94;

  private JavadocText() {}

  static String of(String text) {
    return wrap(escape(text));
  }

  /** The comment with such text, on one line where it fits. */
  static String comment(String text, String indent) {
    int columns = indent.length() + "/**  */".length() + text.length();
    return text.indexOf('\n') < 0 && columns <= CodePrinter.MAX_COLUMNS
        ? "/** " + text + " */\n"
        : "/**\n * " + text.replace("\n", "\n * ") + "\n */\n";
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean endsComment = c == '/' && i > 0 && text.charAt(i - 1) == '*';
      if (endsComment || c == '<' || c == '>' || c == '&' || c == '@' || c == '\\') {
        escaped.append("&#").append((int) c).append(';');
      } else {
        escaped.append(Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c);
      }
    }
    return escaped.toString();
  }

  private static String wrap(String text) {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    int end;
    for (int start = next(text, 0); start < text.length(); start = next(text, end)) {
      end = text.indexOf(' ', start);
      end = end < 0 ? text.length() : end;
      String word = text.substring(start, end);
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        wrapped.append('\n');
        column = 0;
      } else if (column > 0) {
        wrapped.append(' ');
        column++;
      }
      wrapped.append(word);
      column += word.length();
    }
    return wrapped.toString();
  }

  /** Where the next word begins. */
  private static int next(String text, int from) {
    int start = from;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    return start;
  }
}
