package dev.gatewright.processor.code;

import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a limit does, in words. */
final class LimitSummary {
  private LimitSummary() {}

  static String of(Limit limit) {
    String counted =
        limit.counted().equals("FAILED_AUTHENTICATIONS") ? " failed authentications" : "";
    String text =
        String.format(Locale.ROOT, "%,d", limit.permits())
            + counted
            + " "
            + Period.of(limit.period()).each()
            + " "
            + whose(limit)
            + " ("
            + String.join(", ", details(limit))
            + ")";
    return limit.sharedBy() == null
        ? text
        : text + " shared by the endpoints of " + limit.sharedBy().simpleName();
  }

  private static List<String> details(Limit limit) {
    List<String> details = new ArrayList<>();
    details.add(limit.strategy().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (limit.cost() != 1) {
      details.add("a call costs " + limit.cost());
    }
    if (limit.burst() != 0) {
      details.add("burst " + limit.burst());
    }
    if (!limit.maxWait().isZero()) {
      details.add("a call may wait " + Period.of(limit.maxWait()).counted());
    }
    if (limit.onLimit().equals("CHALLENGE")) {
      details.add("then a challenge");
    }
    if (limit.onOutage().equals("IN_PROCESS")) {
      details.add("in process during an outage");
    }
    return details;
  }

  private static String whose(Limit limit) {
    ConsultedClass keyedBy = limit.keyedBy();
    if (keyedBy != null) {
      return "for each key of " + keyedBy.type().simpleName();
    }
    return switch (limit.key()) {
      case "CALLER" -> "for each caller";
      case "ADDRESS" -> "for each address";
      case "SUBJECT" -> "for each subject";
      case "API_KEY" -> "for each API key";
      case "OAUTH_CLIENT" -> "for each OAuth client";
      default -> "for everybody together";
    };
  }
}
