package dev.gatewright.applications.input;

import dev.gatewright.Public;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Spring MVC reads the form to choose between endpoints. */
@RestController
@Public(reason = "test")
public class Conditions {

  @PostMapping(path = "/act", params = "act=a")
  String first(@RequestParam String act) {
    return "first " + act;
  }

  @PostMapping(path = "/act", params = "act=b")
  String second(@RequestParam String act) {
    return "second " + act;
  }

  @PostMapping("/item/{id}")
  String item(@PathVariable int id, @RequestParam String name) {
    return "item " + id + " " + name;
  }
}
