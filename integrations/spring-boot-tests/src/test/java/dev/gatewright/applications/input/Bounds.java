package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Endpoints that take little, and ways that lead to them. */
@Controller
@Public(reason = "only bounded")
public class Bounds {
  /** Where a field names the method. */
  @DeleteMapping("/bounded")
  @ValidatedInput(maxBodyBytes = 100)
  @ResponseBody
  public String delete(@RequestParam String name) {
    return "read " + name.length();
  }

  @PostMapping("/front")
  @ValidatedInput(maxBodyBytes = 100_000)
  public String front(@RequestParam String name) {
    return "forward:/back";
  }

  @PostMapping("/back")
  @ValidatedInput(maxBodyBytes = 100)
  @ResponseBody
  public String back(@RequestParam String name) {
    return "read " + name.length();
  }

  @PostMapping(path = "/buttons", params = "save")
  @ValidatedInput(maxBodyBytes = 100)
  @ResponseBody
  public String save(@RequestParam String name) {
    return "read " + name.length();
  }

  @PostMapping(path = "/buttons", params = "upload")
  @ValidatedInput(maxBodyBytes = 100_000)
  @ResponseBody
  public String upload(@RequestParam String name) {
    return "uploaded " + name.length();
  }
}
