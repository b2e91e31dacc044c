package dev.gatewright.runtime.problem;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a refused client sees (RFC 9457). Says nothing of classes, tokens, keys or input values.
 *
 * @param refusal the refusal
 * @param correlationId what the client can quote
 */
public record Problem(Refusal refusal, String correlationId) {

  /** The media type of {@link #json}. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final JsonFactory JSON = new JsonFactory();

  /** The HTTP status code. */
  public int status() {
    return refusal.reason().status();
  }

  /** The document, encoded in UTF-8. */
  public byte[] json() {
    RefusalReason reason = refusal.reason();
    return document(
        reason.type(), reason.title(), reason.status(), this::writeDetails, correlationId);
  }

  /**
   * The document of a status that needs no explanation, encoded in UTF-8.
   *
   * @param correlationId what the client can quote; null where there is nothing to quote
   */
  public static byte[] json(int status, String title, @Nullable String correlationId) {
    return document("about:blank", title, status, json -> {}, correlationId);
  }

  private static byte[] document(
      String type,
      String title,
      int status,
      Consumer<JsonGenerator> details,
      @Nullable String correlationId) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("type", type);
      json.writeStringProperty("title", title);
      json.writeNumberProperty("status", status);
      details.accept(json);
      if (correlationId != null) {
        json.writeStringProperty("correlationId", correlationId);
      }
      json.writeEndObject();
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void writeDetails(JsonGenerator json) {
    if (!refusal.violations().isEmpty()) {
      json.writeArrayPropertyStart("violations");
      for (Violation violation : refusal.violations()) {
        json.writeStartObject();
        json.writeStringProperty("path", violation.path());
        json.writeStringProperty("message", violation.message());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (!refusal.violatedPolicies().isEmpty()) {
      json.writeArrayPropertyStart("violated-policies");
      for (String policy : refusal.violatedPolicies()) {
        json.writeString(policy);
      }
      json.writeEndArray();
    }
    if (!refusal.challenge().isEmpty()) {
      json.writeObjectPropertyStart("challenge");
      refusal.challenge().forEach((name, value) -> writeMember(json, name, value));
      json.writeEndObject();
    }
  }

  private static void writeMember(JsonGenerator json, String name, Object value) {
    if (value instanceof Boolean truth) {
      json.writeBooleanProperty(name, truth);
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumberProperty(name, ((Number) value).longValue());
    } else {
      json.writeStringProperty(name, value.toString());
    }
  }
}
