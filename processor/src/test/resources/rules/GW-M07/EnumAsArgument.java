// clean
package orders;

import dev.gatewright.Secured;

@Secured
class EnumAsArgument {
  enum Sorting {
    BY_DATE
  }

  void list(Sorting sorting) {}
}
