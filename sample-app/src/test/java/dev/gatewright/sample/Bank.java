package dev.gatewright.sample;

import dev.gatewright.sample.login.OneTimeCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The bank as its clients see it: over HTTP, and nothing else. */
@Component
@Lazy
public class Bank {
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger addresses = new AtomicInteger();
  private final MovableClock clock;
  private final String root;

  Bank(Environment environment, MovableClock clock) {
    this.clock = clock;
    this.root = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
  }

  /** An address that nobody called from yet. */
  public String newAddress() {
    int number = addresses.incrementAndGet();
    return "198.51." + number / 250 + "." + (1 + number % 250);
  }

  /** Sends a GET from a new address. */
  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, newAddress(), headers).GET());
  }

  /** Sends a GET from this address. */
  public HttpResponse<String> getFrom(String address, String path, String... headers) {
    return send(request(path, address, headers).GET());
  }

  /** Sends a DELETE from a new address. */
  public HttpResponse<String> delete(String path, String... headers) {
    return send(request(path, newAddress(), headers).DELETE());
  }

  /** Sends a GET without a proxy's word that it came by HTTPS. */
  public HttpResponse<String> getByPlainHttp(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
    return send((headers.length == 0 ? request : request.headers(headers)).GET());
  }

  /** Posts JSON from a new address. */
  public HttpResponse<String> post(String path, String json, String... headers) {
    return postFrom(newAddress(), path, json, headers);
  }

  /** Posts JSON from this address. */
  public HttpResponse<String> postFrom(
      String address, String path, String json, String... headers) {
    return send(
        request(path, address, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  /** Posts anything from a new address. */
  public HttpResponse<String> post(
      String path, String mediaType, BodyPublisher body, String... headers) {
    return postFrom(newAddress(), path, mediaType, body, headers);
  }

  /** Posts anything from this address. */
  public HttpResponse<String> postFrom(
      String address, String path, String mediaType, BodyPublisher body, String... headers) {
    return send(request(path, address, headers).header("Content-Type", mediaType).POST(body));
  }

  /** Logs in from this address. */
  public HttpResponse<String> logInFrom(
      String address, String username, String password, String oneTimeCode) {
    String code = oneTimeCode.isEmpty() ? "" : ",\"oneTimeCode\":\"" + oneTimeCode + "\"";
    return postFrom(
        address,
        "/login",
        "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"" + code + "}");
  }

  /** The headers of somebody who logged in with a password. */
  public String[] loggedIn(Person person) {
    return authorization(logInFrom(newAddress(), person.username(), person.password(), ""));
  }

  /** The headers of somebody who logged in with a password and a one-time code. */
  public String[] loggedInWithCode(Person person) {
    return authorization(
        logInFrom(newAddress(), person.username(), person.password(), codeOf(person)));
  }

  /** What somebody's authenticator app shows. */
  public String codeOf(Person person) {
    return OneTimeCode.at(OneTimeCode.step(clock.instant()), person.oneTimeCodeSecret());
  }

  /** The token of the answer to a log-in. */
  public static String tokenIn(HttpResponse<String> answer) {
    Matcher token = TOKEN.matcher(answer.body());
    if (!token.find()) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return token.group(1);
  }

  private static String[] authorization(HttpResponse<String> answer) {
    return new String[] {"Authorization", "Bearer " + tokenIn(answer)};
  }

  /** As a proxy passes it on that took it from this address by HTTPS. */
  private HttpRequest.Builder request(String path, String address, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + path))
            .header("X-Forwarded-For", address)
            .header("X-Forwarded-Proto", "https");
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
