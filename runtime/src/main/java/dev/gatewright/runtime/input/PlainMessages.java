package dev.gatewright.runtime.input;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Makes messages without an expression language, so that none of them is ever a program. The one
 * expression of Jakarta Validation's own messages is understood; others are left out, as they tell
 * the value that was validated.
 */
final class PlainMessages extends ParameterMessageInterpolator {
  /** As in each language: {@code ${inclusive == true ? 'or equal to ' : ''}}. */
  private static final Pattern INCLUSIVE =
      Pattern.compile("\\$\\{inclusive == true \\? '([^']*)' : '([^']*)'}");

  @Override
  protected String interpolate(Context context, Locale locale, String term) {
    if (!term.startsWith("$")) {
      return super.interpolate(context, locale, term);
    }
    Matcher choice = INCLUSIVE.matcher(term);
    if (!choice.matches()) {
      return "...";
    }
    Object inclusive = context.getConstraintDescriptor().getAttributes().get("inclusive");
    return Boolean.TRUE.equals(inclusive) ? choice.group(1) : choice.group(2);
  }
}
