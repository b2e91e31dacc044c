// option --release=11
package orders;

// expect 1: [GW-M27] the compiler reads the sources as Java 11, and guards are written in Java 17. Fix: compile with '--release 17' or a newer one.
class Java11 {
  @dev.gatewright.Secured
  void list() {}
}
