package dev.gatewright.example.authorization.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Fills text into the places of a page, as {@code {{name}}}. Immutable. */
final class HtmlTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

  private final String markup;

  private HtmlTemplate(String markup) {
    this.markup = markup;
  }

  /** Holds markup that is put into a page as it is. */
  record Html(String markup) {
    static final Html NONE = new Html("");

    Html plus(Html other) {
      return new Html(markup + other.markup);
    }
  }

  /** Loads the template of a file in {@code /pages}. */
  static HtmlTemplate load(String name) {
    try (InputStream file = HtmlTemplate.class.getResourceAsStream("/pages/" + name)) {
      if (file == null) {
        throw new IllegalStateException("there is no template " + name);
      }
      return new HtmlTemplate(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Fills every place.
   *
   * @param values text, which is escaped, or {@link Html}, which is not
   * @throws IllegalArgumentException if a place has no value
   */
  Html fill(Map<String, Object> values) {
    Matcher place = PLACE.matcher(markup);
    StringBuilder page = new StringBuilder();
    while (place.find()) {
      Object value = values.get(place.group(1));
      if (value == null) {
        throw new IllegalArgumentException("nothing to fill " + place.group(1) + " with");
      }
      String text =
          value instanceof Html html
              ? html.markup()
              : HtmlUtils.htmlEscape(value.toString(), UTF_8.name());
      place.appendReplacement(page, Matcher.quoteReplacement(text));
    }
    return new Html(place.appendTail(page).toString());
  }
}
