/** Secrets of HashiCorp Vault. */
module dev.gatewright.vault {
  requires transitive dev.gatewright.authentication;
  requires java.net.http;
  requires tools.jackson.core;
  requires static transitive org.jspecify;

  exports dev.gatewright.vault;
}
