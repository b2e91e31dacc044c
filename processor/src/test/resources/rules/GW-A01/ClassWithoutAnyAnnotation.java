package orders;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

@RequestMapping("/orders")
class ClassWithoutAnyAnnotation {
  @GetMapping
  // expect 10: [GW-A01] ClassWithoutAnyAnnotation.list() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  String list() {
    return "";
  }

  @RequestMapping(path = "/{id}", method = RequestMethod.DELETE)
  // expect 8: [GW-A01] ClassWithoutAnyAnnotation.cancel(String) is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  void cancel(@PathVariable String id) {}
}
