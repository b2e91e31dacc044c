// clean
// option -Agatewright.baseline=${fixture}/gatewright-baseline.txt
// option -Agatewright.baseline.write=no
package orders;

import org.springframework.web.bind.annotation.GetMapping;

class Orders {
  @GetMapping("/orders")
  void list() {}
}
