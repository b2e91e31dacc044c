package dev.gatewright.processor.plan;

import dev.gatewright.OnLimit;
import dev.gatewright.OnOutage;
import dev.gatewright.limit.LimitDefinition;
import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.ConsultedClass;
import org.jspecify.annotations.Nullable;

/**
 * One limit of an endpoint, named.
 *
 * @param keyedBy the class that makes the key of the arguments; null where it needs none
 * @param sharedBy the type whose endpoints share it; null where the endpoint has it to itself
 */
public record Limit(
    String name,
    LimitDefinition definition,
    OnLimit onLimit,
    OnOutage onOutage,
    @Nullable ConsultedClass keyedBy,
    @Nullable ClassReference sharedBy) {}
