/** Rate limits, revocations and single use in Redis, shared by all instances of an application. */
module dev.gatewright.redis {
  requires static transitive dev.gatewright.authentication;
  requires transitive dev.gatewright.runtime;
  requires transitive dev.gatewright.secret;
  requires transitive lettuce.core;
  requires io.github.resilience4j.circuitbreaker;
  requires io.github.resilience4j.core;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports dev.gatewright.redis;
}
