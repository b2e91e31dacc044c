package dev.gatewright.spring.event;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.gatewright.runtime.event.SecurityEvent;
import dev.gatewright.runtime.event.SecurityEvent.Outcome;
import dev.gatewright.runtime.problem.RefusalReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StructuredLogSinkTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(StructuredLogSink.LOGGER);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
  }

  @Test
  void aRefusalIsOneWarningAndAnAllowedRequestIsInformation() {
    new StructuredLogSink().accept(event(Outcome.REFUSED, RefusalReason.OBJECT_DENIED, "alice"));
    new StructuredLogSink().accept(event(Outcome.ALLOWED, null, "alice"));

    assertThat(lines.list)
        .extracting(ILoggingEvent::getLevel)
        .containsExactly(Level.WARN, Level.INFO);
    assertThat(lines.list.get(0).getFormattedMessage())
        .isEqualTo(
            "{\"time\":\"2030-01-01T00:00:00Z\",\"outcome\":\"REFUSED\",\"reason\":\"OBJECT_DENIED\",\"status\":403,\"endpoint\":\"Accounts.find\",\"route\":\"GET"
                + " /accounts/{id}\","
                + "\"client\":\"203.0.113.7\",\"subject\":\"alice\",\"correlationId\":\"c0ffee\"}");
  }

  @Test
  void nothingAClientSendsCanForgeALine() {
    new StructuredLogSink()
        .accept(event(Outcome.ALLOWED, null, "eve\r\n{\"outcome\":\"ALLOWED\"}\u2028\u001b[2J"));

    assertThat(lines.list.get(0).getFormattedMessage())
        .matches("[ -~]*")
        .contains("eve\\r\\n{\\\"outcome\\\"");
  }

  private static SecurityEvent event(
      Outcome outcome, @Nullable RefusalReason reason, String subject) {
    return SecurityEvent.of(Instant.parse("2030-01-01T00:00:00Z"), outcome, "203.0.113.7", "c0ffee")
        .reason(reason)
        .endpoint("Accounts.find")
        .route("GET /accounts/{id}")
        .subject(subject)
        .build();
  }
}
