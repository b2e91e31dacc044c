package orders;

import dev.gatewright.Secured;
import org.springframework.web.bind.annotation.GetMapping;

// Its subclass may say who may call, and must.
// expect 10: [GW-M16] MappedAbstractClass gets no guard of its own: it is abstract, and its concrete subclasses get theirs. Fix: none needed.
abstract class MappedAbstractClass {
  @GetMapping("/orders")
  String list() {
    return "";
  }
}

@Secured
class MappedSubclass extends MappedAbstractClass {}
