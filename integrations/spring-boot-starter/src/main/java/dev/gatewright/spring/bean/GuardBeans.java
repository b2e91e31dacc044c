package dev.gatewright.spring.bean;

/** Names of the beans that put guards into place and look for missing ones, in every context. */
final class GuardBeans {
  static final String REGISTRAR = "gatewrightGuardRegistrar";
  static final String VERIFIER = "gatewrightGuardVerifier";

  private GuardBeans() {}
}
