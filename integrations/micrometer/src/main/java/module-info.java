/** Metrics of what Gatewright decides. */
module dev.gatewright.micrometer {
  requires transitive dev.gatewright.runtime;
  requires transitive micrometer.core;
  requires static transitive org.jspecify;

  exports dev.gatewright.micrometer;
}
