package dev.gatewright.example.authorization;

import static dev.gatewright.sample.shared.Answers.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.sample.shared.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Plays a customer's browser: keeps its session, follows redirects within the server and none out
 * of it, and sends forms as the page has them.
 */
final class Browser {
  private static final Pattern FORM =
      Pattern.compile("<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>", Pattern.DOTALL);
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
  private static final int MAX_REDIRECTS = 8;

  private final HttpClient http;
  private final String root;
  private final String issuer;
  private final String address;
  private String cookie = "";

  Browser(String root, String issuer, String address) {
    this(HttpClient.newHttpClient(), root, issuer, address);
  }

  /**
   * Makes a browser of a client that follows no redirects; without a proxy if the address is "".
   */
  Browser(HttpClient http, String root, String issuer, String address) {
    this.http = http;
    this.root = root;
    this.issuer = issuer;
    this.address = address;
  }

  String cookie() {
    return cookie;
  }

  /** Opens a page; returns the last one, or the redirect to another origin. */
  HttpResponse<String> open(String path) {
    return follow(send(request(path).GET()));
  }

  /** Sends one form of a page. */
  HttpResponse<String> submit(HttpResponse<String> page, int form, Map<String, String> typed) {
    List<MatchResult> forms = FORM.matcher(page.body()).results().toList();
    assertThat(forms).as(page.statusCode() + page.body()).hasSizeGreaterThan(form);
    MatchResult chosen = forms.get(form);
    Map<String, String> fields = new LinkedHashMap<>();
    HIDDEN
        .matcher(chosen.group(2))
        .results()
        .forEach(field -> fields.put(field.group(1), unescape(field.group(2))));
    fields.putAll(typed);
    return post(chosen.group(1), fields);
  }

  HttpResponse<String> post(String path, Map<String, String> fields) {
    return follow(
        send(
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Forms.encoded(fields)))));
  }

  HttpResponse<String> logIn(HttpResponse<String> page, Person person) {
    assertThat(page.body())
        .as("%s %s", page.statusCode(), page.headers())
        .contains("<h1>Log in</h1>");
    return submit(page, 0, Map.of("username", person.username(), "password", person.password()));
  }

  HttpResponse<String> allow(HttpResponse<String> page) {
    assertThat(page.body()).contains("<h1>Allow access?</h1>");
    return submit(page, 0, Map.of());
  }

  HttpResponse<String> deny(HttpResponse<String> page) {
    assertThat(page.body()).contains("<h1>Allow access?</h1>");
    return submit(page, 1, Map.of());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Accept", "text/html,application/xhtml+xml");
    if (!address.isEmpty()) {
      request.header("X-Forwarded-For", address).header("X-Forwarded-Proto", "https");
    }
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private HttpResponse<String> follow(HttpResponse<String> first) {
    HttpResponse<String> answer = first;
    for (int i = 0; i < MAX_REDIRECTS && isRedirect(answer); i++) {
      String location = header(answer, "Location");
      if (location.startsWith(issuer + "/oauth2/")) {
        location = location.substring(issuer.length());
      } else if (!location.startsWith("/")) {
        return answer;
      }
      answer = send(request(location).GET());
    }
    return answer;
  }

  private static boolean isRedirect(HttpResponse<String> answer) {
    return answer.statusCode() == 302 || answer.statusCode() == 303;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      answer
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String unescape(String html) {
    return html.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
  }
}
