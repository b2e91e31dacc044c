/** Issues access tokens, refresh tokens and API keys. */
module dev.gatewright.issuing {
  requires transitive dev.gatewright.authentication;
  requires org.slf4j;
  requires tools.jackson.core;
  requires static transitive org.jspecify;

  exports dev.gatewright.issuing;
  exports dev.gatewright.issuing.apikey;
  exports dev.gatewright.issuing.refresh;
}
