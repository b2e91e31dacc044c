package dev.gatewright.spring.reading;

import dev.gatewright.Public;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Reads what it likes. */
@RestController
@RequestMapping("/servlets")
@Public(reason = "test")
class Servlets {

  @GetMapping("/request")
  String ofRequest(HttpServletRequest request) {
    return "read " + request.getParameter("w");
  }

  @GetMapping("/web-request")
  String ofWebRequest(WebRequest request) {
    return "read " + request.getParameter("w");
  }
}
