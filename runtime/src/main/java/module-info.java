/** The core that generated guards call. */
module dev.gatewright.runtime {
  requires transitive dev.gatewright;
  requires io.github.resilience4j.ratelimiter;
  requires jakarta.validation;
  requires jjwt.api;
  requires org.hibernate.validator;
  requires org.slf4j;
  requires tools.jackson.core;
  requires static org.jspecify;
}
