package dev.gatewright.spring.argument;

import org.springframework.core.convert.ConversionException;

/** A text is not one that its type is read from. Tells what; holds nothing of the text. */
public final class MalformedValueException extends ConversionException {
  private static final long serialVersionUID = 1L;

  MalformedValueException(String problem) {
    super(problem);
  }

  /** What is wrong with it. */
  public String problem() {
    return String.valueOf(getMessage());
  }
}
