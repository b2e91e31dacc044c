package dev.gatewright.runtime.input;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages without an expression language, so that none of them is ever a program. The one
 * expression of Jakarta Validation's own messages is understood; others are left out, as they tell
 * the value that was validated.
 */
final class PlainMessages extends ParameterMessageInterpolator {
  /** A text that an application gives may name others; it ends, whatever they name. */
  private static final int MAX_DEPTH = 4;

  /** {@code {name}}, unless it is escaped or an expression. */
  private static final Pattern NAMED = Pattern.compile("(?<![\\\\$])\\{([^{}$\\\\]+)}");

  /** As in each language: {@code ${inclusive == true ? 'or equal to ' : ''}}. */
  private static final Pattern INCLUSIVE =
      Pattern.compile("\\$\\{inclusive == true \\? '([^']*)' : '([^']*)'}");

  private final Supplier<Locale> locale;
  private final BiFunction<String, Locale, @Nullable String> texts;

  /**
   * In the language of whoever is answered.
   *
   * @param texts the application's own, by their names; null where there is none
   */
  PlainMessages(Supplier<Locale> locale, BiFunction<String, Locale, @Nullable String> texts) {
    this.locale = locale;
    this.texts = texts;
  }

  @Override
  public String interpolate(String message, Context context) {
    return interpolate(message, context, locale.get());
  }

  @Override
  public String interpolate(String message, Context context, Locale language) {
    return super.interpolate(withTexts(message, language, 0), context, language);
  }

  private String withTexts(String message, Locale language, int depth) {
    if (depth == MAX_DEPTH || message.indexOf('{') < 0) {
      return message;
    }
    return NAMED
        .matcher(message)
        .replaceAll(
            named -> {
              String text = texts.apply(named.group(1), language);
              return Matcher.quoteReplacement(
                  text == null ? named.group() : withTexts(text, language, depth + 1));
            });
  }

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
