package dev.gatewright.example.authorization.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatewright.example.authorization.page.HtmlTemplate.Html;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Lays out and protects all pages of the server. Thread-safe. */
@Component
public class PageLayout {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none';"
          + " frame-ancestors 'none'; form-action 'self'";

  private final HtmlTemplate layout = HtmlTemplate.load("layout.html");
  private final HtmlTemplate tooMany = HtmlTemplate.load("too-many-requests.html");

  /** Returns the whole page. */
  String page(String title, Html content) {
    return layout.fill(Map.of("title", title, "content", content)).markup();
  }

  /**
   * Forbids scripts and frames by headers.
   *
   * @param formTargets origins that a form may lead to by redirection, besides this one: browsers
   *     hold the redirect after a form against {@code form-action} too (Content Security Policy 3)
   */
  void protect(HttpServletResponse response, Set<String> formTargets) {
    String targets = formTargets.isEmpty() ? "" : " " + String.join(" ", formTargets);
    response.setHeader("Content-Security-Policy", POLICY + targets);
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  /** Answers a browser that has reached a limit, with a page. */
  public void tooManyRequests(HttpServletResponse response, Map<String, String> headers)
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
