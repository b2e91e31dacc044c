package dev.gatewright.sample.shared;

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

/**
 * Sends requests to an application that believes this machine, as a proxy, about the addresses that
 * they came from.
 */
public class Requests {

  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger addresses = new AtomicInteger();
  private final String root;

  /**
   * Sends requests to an application.
   *
   * @param root scheme, host and port
   */
  protected Requests(String root) {
    this.root = root;
  }

  /** Returns scheme, host and port of the application. */
  public final String root() {
    return root;
  }

  /** Returns an address that nobody called from yet. */
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

  /** Makes a request as a proxy passes it on that received it from this address by HTTPS. */
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
