/**
 * The annotations that users of Gatewright write, and what their values may be. Depends on nothing
 * but the platform.
 */
module dev.gatewright {
  exports dev.gatewright;
  exports dev.gatewright.limit;
}
