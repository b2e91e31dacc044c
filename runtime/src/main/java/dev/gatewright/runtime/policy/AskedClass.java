package dev.gatewright.runtime.policy;

import java.util.List;

/**
 * A class that a guard asks about arguments of a call, matched by the names of parameters.
 *
 * @param type the policy, or what a limit is keyed by
 * @param method name of the method by which it is asked
 * @param parameterNames names of that method's parameters, in order, without the caller
 */
public record AskedClass(Class<?> type, String method, List<String> parameterNames) {

  /** Copies what it is given. */
  public AskedClass {
    parameterNames = List.copyOf(parameterNames);
  }
}
