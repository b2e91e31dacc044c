package dev.gatewright.runtime.problem;

/** Records a refusal and wraps it for throwing. */
@FunctionalInterface
public interface Refuser {

  /** To be thrown by whoever asked. */
  RefusedException refuse(Refusal refusal);
}
