package orders;

import dev.gatewright.Secured;
import jakarta.servlet.http.HttpServlet;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.Controller;

class Orders extends HttpServlet {
  @GetMapping("/orders")
  @Secured
  public String list() {
    return "";
  }

  @Override
  // expect 18: [GW-A01] Orders.doGet(Object) is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  protected void doGet(Object request) {}

  void helper() {}
}

class Offers implements Controller {
  @Secured
  public String list() {
    return "";
  }

  @Override
  // expect 17: [GW-A01] Offers.handleRequest(Object) is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  public Object handleRequest(Object request) {
    return "";
  }
}
