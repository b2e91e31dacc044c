package dev.gatewright.processor.code;

import dev.gatewright.Counted;
import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.limit.LimitDefinition;
import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.plan.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a limit does, in words. */
final class LimitSummary {
  private LimitSummary() {}

  static String of(Limit limit) {
    LimitDefinition definition = limit.definition();
    String counted =
        definition.counted() == Counted.FAILED_AUTHENTICATIONS ? " failed authentications" : "";
    String text =
        Literals.grouped(definition.permits())
            + counted
            + " "
            + Period.of(definition.period()).each()
            + " "
            + whose(limit)
            + plan(limit.plan())
            + " ("
            + String.join(", ", details(limit))
            + ")";
    return limit.sharedBy() == null
        ? text
        : text + " shared by the endpoints of " + limit.sharedBy().simpleName();
  }

  private static String plan(Limit.@Nullable Plan plan) {
    if (plan == null) {
      return "";
    }
    String names = String.join(", ", plan.names());
    if (!plan.others()) {
      return " of the plan " + names;
    }
    return names.isEmpty() ? "" : " of another plan than " + names;
  }

  private static List<String> details(Limit limit) {
    LimitDefinition definition = limit.definition();
    List<String> details = new ArrayList<>();
    details.add(definition.strategy().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (definition.cost() != 1) {
      details.add("a call costs " + definition.cost());
    }
    if (definition.burst() != 0) {
      details.add("burst " + definition.burst());
    }
    if (!definition.maxWait().isZero()) {
      details.add("a call may wait " + Period.of(definition.maxWait()).counted());
    }
    if (limit.onLimit() == OnLimit.CHALLENGE) {
      details.add("then a challenge");
    }
    if (limit.onOutage() == OnOutage.IN_PROCESS) {
      details.add("in process during an outage");
    }
    return details;
  }

  private static String whose(Limit limit) {
    ConsultedClass keyedBy = limit.keyedBy();
    if (keyedBy != null) {
      return "for each key of " + keyedBy.type().simpleName();
    }
    return switch (limit.definition().key()) {
      case CALLER -> "for each caller";
      case ADDRESS -> "for each address";
      case SUBJECT -> "for each subject";
      case API_KEY -> "for each API key";
      case OAUTH_CLIENT -> "for each OAuth client";
      case GLOBAL, ARGUMENT -> "for everybody together";
    };
  }
}
