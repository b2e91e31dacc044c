package dev.gatewright.issuing;

import dev.gatewright.authentication.jwt.SigningKey;
import dev.gatewright.runtime.caller.Confirmation;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the JSON of one issuer's tokens. Immutable and thread-safe. */
final class TokenJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final String issuer;
  private final List<String> audiences;
  private final String rolesClaim;

  TokenJson(String issuer, List<String> audiences, String rolesClaim) {
    this.issuer = issuer;
    this.audiences = audiences;
    this.rolesClaim = rolesClaim;
  }

  static String header(SigningKey key) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("typ", "at+jwt");
      json.writeStringProperty("alg", key.algorithm().headerValue());
      String keyId = key.keyId();
      if (keyId != null) {
        json.writeStringProperty("kid", keyId);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  String claims(TokenRequest request, String id, Instant issuedAt, Instant expiresAt) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("iss", issuer);
      writeTexts(json, "aud", audiences);
      json.writeStringProperty("sub", request.subject());
      json.writeNumberProperty("iat", issuedAt.getEpochSecond());
      json.writeNumberProperty("exp", expiresAt.getEpochSecond());
      json.writeStringProperty("jti", id);
      Instant authenticatedAt = request.authenticatedAt();
      if (authenticatedAt != null) {
        json.writeNumberProperty("auth_time", authenticatedAt.getEpochSecond());
      }
      String clientId = request.clientId();
      if (clientId != null) {
        json.writeStringProperty("client_id", clientId);
      }
      writeTexts(json, "amr", request.authenticationMethods());
      writeTexts(json, rolesClaim, request.roles());
      if (!request.scopes().isEmpty()) {
        json.writeStringProperty("scope", String.join(" ", request.scopes()));
      }
      writeConfirmation(json, request.confirmation());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void writeConfirmation(JsonGenerator json, Confirmation confirmation) {
    if (confirmation.isNone()) {
      return;
    }
    json.writeName("cnf");
    json.writeStartObject();
    writeText(json, "x5t#S256", confirmation.certificateThumbprint());
    writeText(json, "jkt", confirmation.keyThumbprint());
    json.writeEndObject();
  }

  private static void writeText(JsonGenerator json, String name, @Nullable String text) {
    if (text != null) {
      json.writeStringProperty(name, text);
    }
  }

  private static void writeTexts(JsonGenerator json, String name, List<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    json.writeName(name);
    json.writeStartArray();
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
