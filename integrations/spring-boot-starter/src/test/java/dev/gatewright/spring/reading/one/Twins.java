package dev.gatewright.spring.reading.one;

import dev.gatewright.Public;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Has a namesake in another package, as in an application of several modules. */
@RestController("twins.one")
@Public(reason = "test")
public class Twins {
  @GetMapping("/twins/one")
  public String find(@RequestParam String v) {
    return "read " + v;
  }
}
