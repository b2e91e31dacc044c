package orders;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

interface Api {
  @GetMapping("/orders")
  String list();
}

@FeignClient
interface Client extends Api {
  @GetMapping("/orders/first")
  String first();
}

class Fallback implements Client {
  @Override
  public String list() {
    return "";
  }

  @Override
  public String first() {
    return "";
  }
}

class WithMappingOfItsOwn implements Client {
  @Override
  public String list() {
    return "";
  }

  @Override
  @GetMapping("/orders/last")
  // expect 17: [GW-A01] WithMappingOfItsOwn.first() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  public String first() {
    return "";
  }
}

@Controller
class Served implements Client {
  @Override
  // expect 17: [GW-A01] Served.list() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  public String list() {
    return "";
  }

  @Override
  // expect 17: [GW-A01] Served.first() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  public String first() {
    return "";
  }
}

class NoClient implements Api {
  @Override
  // expect 17: [GW-A01] NoClient.list() is neither @Secured nor @Public: nothing is open by omission. Fix: annotate it with @Secured, or with @Public(reason = "...").
  public String list() {
    return "";
  }
}
