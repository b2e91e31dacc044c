/** The core that generated guards call. */
// Modules that this one exports to are not on its own path.
@SuppressWarnings("module")
module dev.gatewright.runtime {
  requires transitive dev.gatewright;
  requires transitive jakarta.validation;
  requires transitive io.github.resilience4j.ratelimiter;
  requires org.hibernate.validator;
  requires org.slf4j;
  requires tools.jackson.core;
  requires static transitive org.jspecify;

  exports dev.gatewright.runtime;
  exports dev.gatewright.runtime.caller;
  exports dev.gatewright.runtime.challenge;
  exports dev.gatewright.runtime.event;
  exports dev.gatewright.runtime.exchange;
  exports dev.gatewright.runtime.input;
  exports dev.gatewright.runtime.limit;
  exports dev.gatewright.runtime.option;
  exports dev.gatewright.runtime.policy;
  exports dev.gatewright.runtime.problem;
}
