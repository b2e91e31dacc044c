package dev.gatewright.spring.event;

import dev.gatewright.runtime.HttpsRequirement;
import dev.gatewright.runtime.event.SecurityEvent;
import dev.gatewright.runtime.event.SecurityEventSink;
import dev.gatewright.spring.explanation.Explanation;
import dev.gatewright.spring.explanation.Explanations;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Logs each event as one line of JSON to the logger {@code gatewright.security}: allowed requests
 * at INFO, all others at WARN. Everything beyond ASCII is escaped, so that nothing a client sends
 * can forge a line. A refusal has its {@code cause}, and where there is something to do about it, a
 * {@code fix}.
 */
public final class StructuredLogSink implements SecurityEventSink {

  /** Name of the logger. */
  public static final String LOGGER = "gatewright.security";

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Logger logger = LoggerFactory.getLogger(LOGGER);

  private final Explanations explanations;

  /** Logs by whatever SLF4J is bound to, for an application that takes HTTPS only. */
  public StructuredLogSink() {
    this(new Explanations(HttpsRequirement.REQUIRED));
  }

  /** Logs by whatever SLF4J is bound to, with these explanations. */
  public StructuredLogSink(Explanations explanations) {
    this.explanations = explanations;
  }

  @Override
  public void accept(SecurityEvent event) {
    if (event.outcome() == SecurityEvent.Outcome.ALLOWED) {
      if (logger.isInfoEnabled()) {
        logger.info(json(event));
      }
    } else if (logger.isWarnEnabled()) {
      logger.warn(json(event));
    }
  }

  String json(SecurityEvent event) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("time", event.time().toString());
      json.writeStringProperty("outcome", event.outcome().name());
      if (event.reason() != null) {
        json.writeStringProperty("reason", event.reason().name());
        json.writeNumberProperty("status", event.reason().status());
      }
      if (event.reason() != null && event.cause() != null) {
        Explanation explanation = explanations.of(event.reason(), event.cause());
        write(json, "cause", explanation.cause());
        write(json, "fix", explanation.fix());
      } else {
        write(json, "cause", event.cause());
      }
      write(json, "endpoint", event.endpoint());
      write(json, "route", event.route());
      write(json, "client", event.client());
      write(json, "subject", event.subject());
      write(json, "credentialId", event.credentialId());
      write(json, "correlationId", event.correlationId());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }
}
