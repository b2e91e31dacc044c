package dev.gatewright.applications.vault;

import dev.gatewright.Public;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open to anybody; asks keepers, whose guards have to say no. */
@RestController
public class Desk {
  private final ApplicationContext context;

  public Desk(ApplicationContext context) {
    this.context = context;
  }

  @GetMapping("/desk")
  @Public(reason = "the keeper is guarded")
  public String ask() {
    return context.getBeanProvider(Tells.class).getObject().tell();
  }

  @GetMapping("/desk/by-name")
  @Public(reason = "the keeper is guarded")
  public String askByName() {
    return ((Tells) context.getBean("keeper")).tell();
  }

  @GetMapping("/desk/new")
  @Public(reason = "the keeper is guarded")
  public String askNew() {
    AutowireCapableBeanFactory beanFactory = context.getAutowireCapableBeanFactory();
    return beanFactory.createBean(Keeper.class).tell();
  }

  /** What a bean holds on to that is no bean of its own. */
  @GetMapping("/desk/held")
  @Public(reason = "the keeper is guarded")
  public String askHeld() {
    Supplier<?> holder = context.getBean("holder", Supplier.class);
    return ((Tells) holder.get()).tell();
  }
}
