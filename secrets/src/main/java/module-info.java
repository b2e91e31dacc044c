/** Values that are never shown, where they come from, and their rotation. */
module dev.gatewright.secret {
  requires transitive dev.gatewright.runtime;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports dev.gatewright.secret;
}
