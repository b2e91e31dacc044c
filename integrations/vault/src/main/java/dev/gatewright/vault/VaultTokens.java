package dev.gatewright.vault;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The token to ask Vault with. A token that was logged in for is kept until it ends. */
final class VaultTokens {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  /** Part of a token's lifetime that it is used for. */
  private static final double USED = 0.9;

  private final VaultLogin login;
  private final VaultHttp http;
  private final InstantSource clock;
  private @Nullable Lease lease;

  VaultTokens(VaultLogin login, VaultHttp http, InstantSource clock) {
    this.login = login;
    this.http = http;
    this.clock = clock;
  }

  /** The token to use now; blocks while another thread logs in. */
  synchronized String token(String name) {
    String path = login.path();
    if (path == null) {
      return login.credentials().getOrDefault("token", "");
    }
    Lease held = lease;
    if (held == null || !held.until().isAfter(clock.instant())) {
      held = logIn(name, path);
      lease = held;
    }
    return held.token();
  }

  /** Whether another token may help where this one was refused; it is then not used again. */
  synchronized boolean forget(String refused) {
    Lease held = lease;
    if (held == null) {
      return false;
    }
    if (held.token().equals(refused)) {
      lease = null;
    }
    return true;
  }

  private Lease logIn(String name, String path) {
    VaultReply reply = http.post(name, path, json(login.credentials()));
    if (reply.status() != 200) {
      throw reply.refused();
    }
    Map<?, ?> auth = reply.object(reply.json(), "auth");
    if (auth == null
        || !(auth.get("client_token") instanceof String token)
        || !(auth.get("lease_duration") instanceof Long seconds)
        || seconds < 0
        || seconds > Duration.ofDays(36_500).toSeconds()) {
      throw reply.malformed("it holds no token");
    }
    // A lease of 0 seconds is one without an end.
    return new Lease(
        token,
        seconds == 0 ? Instant.MAX : clock.instant().plusMillis((long) (seconds * 1_000 * USED)));
  }

  private static byte[] json(Map<String, String> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      members.forEach(json::writeStringProperty);
      json.writeEndObject();
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private record Lease(String token, Instant until) {}
}
