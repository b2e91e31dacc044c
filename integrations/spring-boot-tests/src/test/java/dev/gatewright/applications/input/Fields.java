package dev.gatewright.applications.input;

import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that the fields of a form decide between, as by the buttons of a page. */
@RestController
public class Fields {

  @PostMapping(path = "/one", params = "send")
  @Public(reason = "test")
  @RateLimited(permits = 1, per = "1h", key = LimitKey.ADDRESS)
  @ValidatedInput(maxBodyBytes = 1_000)
  public String one() {
    return "sent";
  }

  @PostMapping(path = "/secured", params = "send")
  @Secured(roles = "keeper")
  public String secured() {
    return "sent";
  }

  @PostMapping(path = "/several", params = "save")
  @Public(reason = "test")
  @RateLimited(permits = 1, per = "1h", key = LimitKey.ADDRESS)
  @ValidatedInput(maxBodyBytes = 1_000)
  public String save() {
    return "saved";
  }

  @PostMapping(
      path = "/several",
      params = {"cancel", "!save"})
  @Public(reason = "test")
  @RateLimited(permits = 1, per = "1h", key = LimitKey.ADDRESS)
  @ValidatedInput(maxBodyBytes = 2_000)
  public String cancel() {
    return "cancelled";
  }
}
