/** The annotations that users of Gatewright write. Depends on nothing but the platform. */
module dev.gatewright {
  exports dev.gatewright;
}
