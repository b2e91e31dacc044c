package dev.gatewright.processor.plan;

import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.limit.LimitDefinition;
import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.ConsultedClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One limit of an endpoint, named.
 *
 * @param keyedBy the class that makes the key of the arguments; null where it needs none
 * @param plan the plans whose callers it holds for; null where it holds for everybody
 * @param sharedBy the type whose endpoints share it; null where the endpoint has it to itself
 */
public record Limit(
    String name,
    LimitDefinition definition,
    OnLimit onLimit,
    OnOutage onOutage,
    @Nullable ConsultedClass keyedBy,
    @Nullable Plan plan,
    @Nullable ClassReference sharedBy) {

  /**
   * Plans of callers.
   *
   * @param plans the class that knows them
   * @param names in the order they were declared
   * @param others whether all plans are meant but those that are named
   */
  public record Plan(ClassReference plans, List<String> names, boolean others) {}
}
