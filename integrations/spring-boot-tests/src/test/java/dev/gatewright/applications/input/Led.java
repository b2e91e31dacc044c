package dev.gatewright.applications.input;

import dev.gatewright.Public;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** An endpoint, and a way that leads to it. */
@Controller
@Public(reason = "only read")
public class Led {
  /** Leads on asynchronously. */
  @GetMapping("/start")
  @ResponseBody
  public void start(HttpServletRequest request) {
    request.startAsync().dispatch("/strict");
  }

  @GetMapping("/strict")
  @ResponseBody
  public String strict(@RequestParam String v) {
    return "read " + v;
  }
}
