package dev.gatewright.challenge;

import dev.gatewright.runtime.challenge.Challenger;
import dev.gatewright.runtime.exchange.Exchange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the one header that may carry an answer. */
final class AnswerHeader {
  private AnswerHeader() {}

  static @Nullable String read(Exchange exchange, int maxLength) {
    List<String> values = exchange.headers(Challenger.ANSWER_HEADER);
    if (values.size() != 1) {
      return null;
    }
    String value = values.get(0);
    return value.isEmpty() || value.length() > maxLength ? null : value;
  }
}
