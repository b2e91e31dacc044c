package dev.gatewright.processor.rule;

/** What a finding does to the compilation. */
public enum Severity {
  /** Compilation fails and no guard is written for the type. */
  ERROR,
  /** Said for information only. */
  NOTE
}
