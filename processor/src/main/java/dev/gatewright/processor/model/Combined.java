package dev.gatewright.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for an endpoint once everything that bears upon it has been combined.
 *
 * @param input null where the endpoint validates nothing
 */
public record Combined(Access access, List<Limit> limits, @Nullable InputSpec input) {}
