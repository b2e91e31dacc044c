package dev.gatewright.golden;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import org.springframework.stereotype.Controller;

@Controller
@Secured(roles = "broker")
class Quotes implements QuoteApi {
  @Override
  public String find(String id) {
    return id;
  }

  @Override
  public void note(String id, String text) {}

  @Override
  @Public(reason = "regulators read it")
  public String report() {
    return "";
  }

  void helper() {}
}
