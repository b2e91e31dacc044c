/** Rate limits, revocations and single use in Redis, shared by all instances of an application. */
module dev.gatewright.redis {
  requires transitive dev.gatewright.runtime;
  requires transitive lettuce.core;
  requires io.github.resilience4j.circuitbreaker;
  requires io.github.resilience4j.core;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports dev.gatewright.redis;
}
