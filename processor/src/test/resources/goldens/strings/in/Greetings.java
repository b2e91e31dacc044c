package dev.gatewright.golden;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import org.springframework.web.bind.annotation.GetMapping;

/** Texts come through whatever they hold, and in whatever encoding the guard is written. */
class Greetings {

  @GetMapping("/gr\u00fc\u00dfe")
  @Secured(roles = {"r\u00f4le", "\ud83d\ude00 \"quoted\"\n\\u000a", "*/ {@link $T}"})
  String all() {
    return "";
  }

  @GetMapping("/$S")
  @Public(reason = "\u7121\u6599 \r\u0000\t")
  String one() {
    return "";
  }
}
