// clean
package orders;

import dev.gatewright.Secured;

@Secured
class SealedAsArgument {
  sealed interface Payment permits Card {}

  record Card(String number) implements Payment {}

  void pay(Payment payment) {}
}
