package dev.gatewright.spring.argument;

import dev.gatewright.spring.text.StrictText;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UrlPathHelper;

/**
 * A cookie of its own; Spring MVC takes the first.
 *
 * @param isDecoded whether Spring MVC decodes its value; a {@link Cookie} is handed over as it is
 */
record OneCookie(String name, boolean isDecoded) implements ArgumentCheck {

  @Override
  public void check(HttpServletRequest request) {
    @Nullable Cookie[] cookies = request.getCookies();
    int count = 0;
    for (int i = 0; cookies != null && i < cookies.length; i++) {
      Cookie cookie = cookies[i];
      if (cookie != null && cookie.getName().equals(name)) {
        count++;
        ArgumentCheck.require(count == 1, name, ConversionTarget.REPEATED);
        ArgumentCheck.require(
            cookie.getValue() == null || isText(request, cookie.getValue()),
            name,
            ConversionTarget.MALFORMED);
      }
    }
  }

  /** Spring MVC decodes percent-encoding in the charset of the body. */
  private boolean isText(HttpServletRequest request, String value) {
    if (!isDecoded || value.indexOf('%') < 0) {
      return StrictText.isDecoded(value);
    }
    String decoded = StrictText.isDecoded(value) ? SentText.decoded(value) : null;
    return decoded != null
        && SentText.isSound(decoded)
        && decoded.equals(UrlPathHelper.defaultInstance.decodeRequestString(request, value));
  }
}
