package dev.gatewright.sample.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatewright.sample.oauth.HtmlTemplate.Html;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** What all pages of the authorization server have in common. Thread-safe. */
@Component
class PageLayout {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none';"
          + " frame-ancestors 'none'; form-action 'self'";

  private final HtmlTemplate layout = HtmlTemplate.load("layout.html");
  private final HtmlTemplate tooMany = HtmlTemplate.load("too-many-requests.html");

  /** The whole page. */
  String page(String title, Html content) {
    return layout.fill(Map.of("title", title, "content", content)).markup();
  }

  /**
   * Lets no script run and nobody frame the page.
   *
   * @param formTargets origins that forms may lead to, by redirection, besides this one
   */
  void protect(HttpServletResponse response, Set<String> formTargets) {
    String targets = formTargets.isEmpty() ? "" : " " + String.join(" ", formTargets);
    response.setHeader("Content-Security-Policy", POLICY + targets);
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  /** Answers a browser that came too often. */
  void tooManyRequests(HttpServletResponse response, Map<String, String> headers)
      throws IOException {
    protect(response, Set.of());
    headers.forEach(response::setHeader);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    response.setContentType(MediaType.TEXT_HTML_VALUE);
    response.setCharacterEncoding(UTF_8.name());
    String seconds = headers.getOrDefault(HttpHeaders.RETRY_AFTER, "60");
    response.getWriter().write(page("Too many attempts", tooMany.fill(Map.of("seconds", seconds))));
  }
}
