package dev.gatewright.processor.model;

import java.util.List;

/**
 * The name of a class or interface.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames from the outermost type inwards, at least one
 */
public record ClassReference(String packageName, List<String> simpleNames) {

  /** Copies what it is given. */
  public ClassReference {
    simpleNames = List.copyOf(simpleNames);
  }

  /** The innermost simple name. */
  public String simpleName() {
    return simpleNames.get(simpleNames.size() - 1);
  }

  /** The canonical name, {@code java.util.Map.Entry}. */
  public String canonicalName() {
    String nested = String.join(".", simpleNames);
    return packageName.isEmpty() ? nested : packageName + "." + nested;
  }
}
