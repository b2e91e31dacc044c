package dev.gatewright.processor.code;

/** A piece of code, in the order of the text. */
sealed interface CodePart {

  /** Text as it is; lines end where it says so. */
  record Text(String text) implements CodePart {}

  /** A type or an annotation: one of those that the file names, by number. */
  record Name(int number) implements CodePart {}

  /** What is not written but arranges the rest. */
  enum Mark implements CodePart {
    /** Indents the lines that follow by one step more. */
    INDENT,
    /** Takes an indentation back. */
    UNINDENT,
    /** Begins a statement, the further lines of which are indented. */
    STATEMENT,
    /** Ends a statement. */
    END_OF_STATEMENT,
    /** A space, or the end of a line where that becomes too long. */
    WRAPPING_SPACE,
    /** Nothing, or the end of a line where that becomes too long. */
    WRAPPING_PLACE,
    /** Makes an array, which stands before it, the type of a variable-arity parameter. */
    VARIABLE_ARITY
  }
}
