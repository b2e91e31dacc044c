package dev.gatewright.applications;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the security log says of the requests of a running application. */
final class SecurityLog implements AutoCloseable {
  private final Logger logger = (Logger) LoggerFactory.getLogger("gatewright.security");
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  /** Listens to an application that has started, as a start sets all loggers anew. */
  SecurityLog() {
    lines.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
  }

  /** The last line. */
  JsonNode last() {
    List<ILoggingEvent> all = List.copyOf(lines.list);
    if (all.isEmpty()) {
      throw new AssertionError("nothing is logged");
    }
    return JsonMapper.shared().readTree(all.get(all.size() - 1).getFormattedMessage());
  }

  /** The last refusal, also where the request was answered after it. */
  JsonNode refusal() {
    JsonNode refusal = null;
    for (ILoggingEvent line : List.copyOf(lines.list)) {
      JsonNode event = JsonMapper.shared().readTree(line.getFormattedMessage());
      if (event.get("outcome").asString().equals("REFUSED")) {
        refusal = event;
      }
    }
    if (refusal == null) {
      throw new AssertionError("no refusal is logged");
    }
    return refusal;
  }

  @Override
  public void close() {
    logger.detachAppender(lines);
  }
}
