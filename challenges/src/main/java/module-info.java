/** Challenges for suspicious clients. */
module dev.gatewright.challenge {
  requires transitive dev.gatewright.authentication;
  requires java.net.http;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports dev.gatewright.challenge;
}
