// clean
package orders;

import dev.gatewright.Secured;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@Secured
@RestController
class BesideMapped implements InitializingBean, ApplicationListener<String>, Runnable {
  @GetMapping("/orders")
  String list() {
    return "";
  }

  @Override
  public void afterPropertiesSet() {}

  @Override
  public void onApplicationEvent(String event) {}

  @Override
  public void run() {}
}

class Service implements InitializingBean {
  @Secured
  void place() {}

  @Override
  public void afterPropertiesSet() {}
}
