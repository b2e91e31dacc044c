// clean
package orders;

import dev.gatewright.Secured;

@Secured
interface Marker {}

class Marked implements Marker {
  void call() {}
}

class Unmarked implements Marker {}
