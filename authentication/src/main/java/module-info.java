/** Says which caller a request comes from. */
// Modules that this one exports to are not on its own path.
@SuppressWarnings("module")
module dev.gatewright.authentication {
  requires transitive dev.gatewright.runtime;
  requires transitive dev.gatewright.secret;
  requires java.naming;
  requires java.net.http;
  requires io.github.resilience4j.circuitbreaker;
  requires jjwt.api;
  requires org.slf4j;
  requires tools.jackson.core;
  requires static transitive org.jspecify;

  exports dev.gatewright.authentication;
  exports dev.gatewright.authentication.apikey;
  exports dev.gatewright.authentication.certificate;
  exports dev.gatewright.authentication.dpop;
  exports dev.gatewright.authentication.introspection;
  exports dev.gatewright.authentication.jwt;
  exports dev.gatewright.authentication.mtls;
  exports dev.gatewright.authentication.replay;
  exports dev.gatewright.authentication.claim to
      dev.gatewright.issuing;
  exports dev.gatewright.authentication.http to
      dev.gatewright.aws,
      dev.gatewright.challenge,
      dev.gatewright.vault;
  exports dev.gatewright.authentication.strict to
      dev.gatewright.aws,
      dev.gatewright.challenge,
      dev.gatewright.issuing,
      dev.gatewright.vault;
}
