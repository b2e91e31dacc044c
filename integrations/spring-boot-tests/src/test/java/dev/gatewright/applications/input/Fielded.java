package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes forms by any method. */
@RestController
@Public(reason = "test")
@ValidatedInput(maxBodyBytes = 1_000)
public class Fielded {
  @RequestMapping(
      path = "/field",
      method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE})
  public String field(@RequestParam String name) {
    return "read " + name;
  }

  @PostMapping(path = "/fields", consumes = "application/x-www-form-urlencoded")
  public String fields(@RequestBody MultiValueMap<String, String> fields) {
    return "read " + fields;
  }

  @PostMapping(path = "/produced", produces = "application/json")
  public Map<String, String> produced(@RequestParam String name) {
    return Map.of("read", name);
  }

  @PostMapping(path = "/uploaded", produces = "application/json")
  public Map<String, Long> uploaded(@RequestParam MultipartFile file) {
    return Map.of("read", file.getSize());
  }

  @PostMapping(path = "/action", params = "action=save")
  public String save(@RequestParam String name) {
    return "read save " + name;
  }

  @PostMapping(path = "/action", params = "action=delete")
  public String delete(@RequestParam String name) {
    return "read delete " + name;
  }
}
