// clean
package orders;

import org.springframework.web.bind.annotation.GetMapping;

interface ClientInterface {
  @GetMapping("/orders")
  String list();
}
