package orders;

import dev.gatewright.Secured;
import org.springframework.stereotype.Controller;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

@HttpExchange("/orders")
interface OrderApi {
  @GetExchange
  String list();

  @HttpExchange(method = "DELETE")
  void cancel();
}

@Controller
class Orders implements OrderApi {
  @Override
  @Secured
  public String list() {
    return "";
  }

  @Override
  // expect 15: [GW-A01] Orders.cancel() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  public void cancel() {}
}

@RestApi
class Direct {
  @DeleteExchange("/direct")
  // expect 8: [GW-A01] Direct.delete() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  void delete() {}
}

@RestApi
class Superclass {}

class Inherited extends Superclass {
  @GetExchange("/inherited")
  // expect 8: [GW-A01] Inherited.get() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  void get() {}
}

class Client implements OrderApi {
  @Override
  public String list() {
    return "";
  }

  @Override
  public void cancel() {}
}
