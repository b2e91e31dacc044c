package dev.gatewright.applications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Publishes metadata and keys over HTTP as identity providers do, and signs what they sign. */
final class IdentityProvider implements AutoCloseable {
  private static final String OPENID = "/.well-known/openid-configuration";

  private record Key(String id, KeyPair pair) {}

  private final HttpServer server;
  private final AtomicInteger keyRequests = new AtomicInteger();
  private final AtomicInteger keys = new AtomicInteger();
  private volatile List<Key> published = List.of(newKey());

  IdentityProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = null;
    if (path.equals("/keys")) {
      keyRequests.incrementAndGet();
      body = keySet("");
    } else if (path.equals("/named/keys")) {
      body = keySet(",\"alg\":\"RS256\"");
    } else if (path.equals("/moved/keys")) {
      exchange.getResponseHeaders().set("Location", "/keys");
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
      return;
    } else if (path.endsWith(OPENID)) {
      body = metadata(path.substring(0, path.length() - OPENID.length()));
    }
    byte[] bytes = (body == null ? "nothing" : body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /**
   * The keys that are published now.
   *
   * @param members further ones of each
   */
  String keySet(String members) {
    return published.stream()
        .map(key -> jwk(key, members))
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  /** Auth0 ends its issuer with a slash; others do not. */
  private String metadata(String path) {
    return "{\"issuer\":\""
        + issuer(path.equals("/auth0") ? path + "/" : path)
        + "\",\"jwks_uri\":\""
        + issuer("/keys")
        + "\",\"id_token_signing_alg_values_supported\":[\"HS256\",\"RS256\"]}";
  }

  String issuer(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** How often the keys were asked for. */
  int keyRequests() {
    return keyRequests.get();
  }

  /** Publishes a new key, which signs from now on, and withdraws all but the one before. */
  void rotate() {
    published = List.of(newKey(), published.get(0));
  }

  private Key newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      return new Key("key-" + keys.incrementAndGet(), generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String jwk(Key key, String members) {
    RSAPublicKey rsa = (RSAPublicKey) key.pair().getPublic();
    return "{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\""
        + key.id()
        + "\",\"n\":\""
        + base64Url(unsigned(rsa.getModulus()))
        + "\",\"e\":\""
        + base64Url(unsigned(rsa.getPublicExponent()))
        + "\""
        + members
        + "}";
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] signed = number.toByteArray();
    return signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
  }

  /**
   * A token of five minutes, signed by the newest key.
   *
   * @param claims all others, with ' for "
   */
  String token(String issuer, String claims) {
    Key key = published.get(0);
    return signed(key, key.id(), issuer, claims);
  }

  /** A token that names a key of this id, which there is none of. */
  String tokenOfKey(String keyId, String issuer, String claims) {
    return signed(published.get(0), keyId, issuer, claims);
  }

  private static String signed(Key key, String keyId, String issuer, String claims) {
    long now = Instant.now().getEpochSecond();
    String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}";
    String payload =
        "{\"iss\":\""
            + issuer
            + "\",\"iat\":"
            + now
            + ",\"exp\":"
            + (now + 300)
            + ","
            + claims.replace('\'', '"')
            + "}";
    return signed(key, header, payload);
  }

  /**
   * A token as it is given, signed by the newest key.
   *
   * @param header with ' for "
   * @param payload likewise
   */
  String signed(String header, String payload) {
    return signed(published.get(0), header.replace('\'', '"'), payload.replace('\'', '"'));
  }

  private static String signed(Key key, String header, String payload) {
    String content =
        base64Url(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + base64Url(payload.getBytes(StandardCharsets.UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key.pair().getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + base64Url(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
