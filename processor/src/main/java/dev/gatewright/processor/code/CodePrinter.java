package dev.gatewright.processor.code;

import java.util.List;

/** Prints parts of code as members of a class: indented, and wrapped where a line is too long. */
final class CodePrinter {
  static final int MAX_COLUMNS = 100;
  static final String INDENT = "  ";

  private final List<String> names;
  private final StringBuilder out;
  private int lineStart;
  private int level = 1;
  private boolean inStatement;
  private boolean statementGoesOn;

  /** Where the line may be wrapped: the space, or the place without one; -1 where it may not. */
  private int wrap = -1;

  private int wrapEnd;
  private int wrapLevel;

  /**
   * @param names the texts of types and annotations, by number
   * @param out what is printed already, up to the end of a line
   */
  CodePrinter(List<String> names, StringBuilder out) {
    this.names = names;
    this.out = out;
    this.lineStart = out.length();
  }

  void print(CodePart part) {
    if (part instanceof CodePart.Text text) {
      text(text.text());
    } else if (part instanceof CodePart.Name name) {
      text(names.get(name.number()));
    } else {
      arrange((CodePart.Mark) part);
    }
  }

  private void arrange(CodePart.Mark mark) {
    switch (mark) {
      case INDENT -> level++;
      case UNINDENT -> level--;
      case STATEMENT -> inStatement = true;
      case END_OF_STATEMENT -> endStatement();
      case WRAPPING_SPACE -> mayWrap(" ");
      case WRAPPING_PLACE -> mayWrap("");
      case VARIABLE_ARITY -> {
        out.setLength(out.length() - "[]".length());
        text("...");
      }
    }
  }

  private void endStatement() {
    if (statementGoesOn) {
      level -= 2;
    }
    inStatement = false;
    statementGoesOn = false;
  }

  private void mayWrap(String space) {
    wrap = out.length();
    out.append(space);
    wrapEnd = out.length();
    wrapLevel = level + 2;
  }

  private void text(String text) {
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      line(text, start, end);
      endLine();
      start = end + 1;
    }
    line(text, start, text.length());
  }

  private void line(String text, int start, int end) {
    if (start == end) {
      return;
    }
    if (out.length() == lineStart) {
      out.append(INDENT.repeat(level));
    }
    if (wrap >= 0 && out.length() - lineStart + end - start > MAX_COLUMNS) {
      wrap();
    }
    out.append(text, start, end);
  }

  private void wrap() {
    out.replace(wrap, wrapEnd, "\n" + INDENT.repeat(wrapLevel));
    lineStart = wrap + 1;
    wrap = -1;
  }

  private void endLine() {
    out.append('\n');
    lineStart = out.length();
    wrap = -1;
    if (inStatement && !statementGoesOn) {
      statementGoesOn = true;
      level += 2;
    }
  }
}
