package dev.gatewright.applications.input;

import dev.gatewright.Secured;
import dev.gatewright.runtime.Gate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.annotation.RequestScope;
import org.springframework.web.service.annotation.PostExchange;

/** Services that implement what describes a client, or that are known by an interface only. */
public final class MappedServices {
  private MappedServices() {}

  /** As clients of another instance have it. */
  public interface Client {
    @PostMapping("/stored")
    void save(@RequestBody AskedServices.Account account);
  }

  @Service
  public static class OfClient implements Client {
    @Override
    @Secured(policies = AskedServices.OwnsAccount.class)
    public void save(AskedServices.Account account) {}
  }

  public interface Exchange {
    @PostExchange("/stored")
    void save(@RequestBody AskedServices.Account account);
  }

  @Service
  public static class OfExchange implements Exchange {
    @Override
    @Secured(policies = AskedServices.OwnsAccount.class)
    public void save(AskedServices.Account account) {}
  }

  public interface Saves {
    void save(AskedServices.Account account);
  }

  public static class Saving implements Saves {
    @Override
    @Secured(policies = AskedServices.OwnsAccount.class)
    public void save(AskedServices.Account account) {}
  }

  @Configuration(proxyBeanMethods = false)
  public static class ByInterface {
    @Bean
    @Scope("prototype")
    Saves saves(Gate gate, AskedServices.OwnsAccount ownsAccount) {
      return new MappedServices_SavingGuard(gate, ownsAccount);
    }
  }

  /** Names the guarded class, as is welcome. */
  @Configuration(proxyBeanMethods = false)
  public static class ByClass {
    @Bean
    @RequestScope
    Saving saving(Gate gate, AskedServices.OwnsAccount ownsAccount) {
      return new MappedServices_SavingGuard(gate, ownsAccount);
    }
  }
}
