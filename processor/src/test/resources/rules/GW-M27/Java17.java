// clean
// option --release=17
package orders;

class Java17 {
  @dev.gatewright.Secured
  void list() {}
}
