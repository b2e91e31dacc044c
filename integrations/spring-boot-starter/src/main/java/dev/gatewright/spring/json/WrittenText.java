package dev.gatewright.spring.json;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Compares values with the texts that they were read from. The JDK makes something of nearly any
 * text: GMT of an unknown time zone, the first part of an odd language tag, the same bytes of
 * several texts.
 */
final class WrittenText {
  private WrittenText() {}

  /** Whether a value is written as the text; of other types, any text will do. */
  static boolean isOf(@Nullable Object value, String text) {
    if (value instanceof Locale locale) {
      return isOf(locale, text);
    }
    if (value instanceof ByteBuffer buffer) {
      ByteBuffer written = Base64.getEncoder().encode(buffer.duplicate());
      return StandardCharsets.US_ASCII.decode(written).toString().equals(text);
    }
    if (value instanceof XMLGregorianCalendar calendar) {
      // A date alone is read as its midnight.
      return calendar.toXMLFormat().startsWith(text);
    }
    String written =
        value instanceof TimeZone zone
            ? zone.getID()
            : value instanceof ZoneId zone
                ? zone.getId()
                : value instanceof Currency currency
                    ? currency.getCurrencyCode()
                    : value instanceof Charset charset
                        ? charset.name()
                        : value instanceof byte[] bytes
                            ? Base64.getEncoder().encodeToString(bytes)
                            : text;
    return written.equals(text);
  }

  /** As a language tag, or as Java writes it. */
  private static boolean isOf(Locale locale, String text) {
    return locale.toLanguageTag().equals(text)
        || (locale.toString().equals(text)
            && Locale.forLanguageTag(text.replace('_', '-')).equals(locale));
  }
}
