package dev.gatewright.runtime.policy;

import java.util.List;

/**
 * What an endpoint accepts as input.
 *
 * @param maxBodyBytes size of the request body at most, in bytes
 * @param maxDepth nesting of objects and arrays in the body at most
 * @param groups Jakarta Validation groups; empty means the default group
 * @param parameterNames names of the endpoint's parameters, in order, for the paths of violations
 */
public record InputPolicy(
    int maxBodyBytes, int maxDepth, List<Class<?>> groups, List<String> parameterNames) {

  /** Bounds that hold where an endpoint says nothing. */
  public static final InputPolicy DEFAULT = new InputPolicy(65_536, 16, List.of(), List.of());

  /** Copies what it is given. */
  public InputPolicy {
    groups = List.copyOf(groups);
    parameterNames = List.copyOf(parameterNames);
  }
}
