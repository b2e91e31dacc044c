package dev.gatewright.example.authorization.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatewright.example.authorization.client.AuthorizationServerProperties;
import dev.gatewright.sample.shared.MovableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Tells resource servers, which are real HTTP servers here, of revoked tokens. */
class RevocationNoticesTest {
  private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
  private final List<String> credentials = Collections.synchronizedList(new ArrayList<>());
  private HttpServer resourceServer;

  @BeforeEach
  void start() throws IOException {
    resourceServer =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    resourceServer.createContext("/revocations", exchange -> answer(exchange, 204));
    resourceServer.createContext("/refuses", exchange -> answer(exchange, 503));
    resourceServer.start();
  }

  @AfterEach
  void stop() {
    resourceServer.stop(0);
  }

  private void answer(HttpExchange exchange, int status) throws IOException {
    try (exchange) {
      bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      credentials.add(exchange.getRequestHeaders().getFirst("Authorization"));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private String uri(String path) {
    return "http://127.0.0.1:" + resourceServer.getAddress().getPort() + path;
  }

  private static String uriWhereNobodyListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/revocations";
    }
  }

  private static RevocationNotices notices(String... uris) {
    AuthorizationServerProperties properties =
        new AuthorizationServerProperties(
            URI.create("https://login.example"),
            "bank-api",
            true,
            List.of(),
            Map.of(),
            Stream.of(uris).map(URI::create).toList());
    SigningKeys keys = new SigningKeys(properties);
    return new RevocationNotices(properties, keys, new NimbusJwtEncoder(keys), new MovableClock());
  }

  private static Map<String, Instant> tokens(int number) {
    Map<String, Instant> tokens = new LinkedHashMap<>();
    for (int i = 0; i < number; i++) {
      tokens.put("id-" + i, Instant.parse("2030-01-01T00:00:00Z"));
    }
    return tokens;
  }

  @Test
  void aResourceServerIsToldIdentifiersAndExpiryByATokenOfTheServersOwn() {
    notices(uri("/revocations")).send(tokens(1));

    assertThat(bodies)
        .containsExactly("{\"tokens\":[{\"id\":\"id-0\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}]}");
    assertThat(credentials).singleElement().asString().startsWith("Bearer ");
    String claims =
        new String(
            Base64.getUrlDecoder().decode(credentials.get(0).split("\\.", -1)[1]),
            StandardCharsets.UTF_8);
    assertThat(claims)
        .contains("\"iss\":\"https://login.example\"")
        .contains("\"scope\":\"tokens:revoke\"")
        .contains("\"aud\":\"bank-api\"");
  }

  @Test
  void manyTokensAreToldAHundredAtATime() {
    notices(uri("/revocations")).send(tokens(250));

    assertThat(bodies)
        .extracting(body -> body.split("\"id\"", -1).length - 1)
        .containsExactly(100, 100, 50);
  }

  @Test
  void oneThatDoesNotAnswerOrRefusesKeepsNoneOfTheOthersFromBeingTold() throws IOException {
    notices(uriWhereNobodyListens(), uri("/refuses"), uri("/revocations")).send(tokens(1));

    assertThat(bodies).hasSize(2);
  }
}
