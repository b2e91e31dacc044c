package dev.gatewright.applications.policy;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import dev.gatewright.runtime.caller.Caller;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Applications in which a policy extends another. */
public final class Policies {
  private Policies() {}

  /** Permits nothing. */
  public static class OwnsBox {
    public boolean permits(Caller caller, String id) {
      return caller.subject().equals(id);
    }
  }

  /** Permits everything. */
  public static class OwnsBoxOrHelps extends OwnsBox {
    @Override
    public boolean permits(Caller caller, String id) {
      return true;
    }
  }

  @RestController
  public static class Helping {
    @GetMapping("/help/{id}")
    @Secured(policies = OwnsBoxOrHelps.class)
    public String help(@PathVariable("id") String id) {
      return Secret.TEXT;
    }
  }

  @RestController
  public static class Opening {
    @GetMapping("/open/{id}")
    @Secured(policies = OwnsBox.class)
    public String open(@PathVariable("id") String id) {
      return Secret.TEXT;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import({Helping.class, Opening.class})
  public static class SubclassFirst {}

  @Configuration(proxyBeanMethods = false)
  @Import({Opening.class, Helping.class})
  public static class SubclassLast {}

  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class SubclassAsBean {
    @Bean
    OwnsBoxOrHelps helps() {
      return new OwnsBoxOrHelps();
    }
  }

  /** Says itself what is meant by the policy. */
  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class MadeAsThePolicy {
    @Bean
    OwnsBox ownsBox() {
      return new OwnsBoxOrHelps();
    }
  }

  /** Under the name that the guard's parameter has. */
  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class SubclassUnderItsName {
    @Bean
    OwnsBoxOrHelps ownsBox() {
      return new OwnsBoxOrHelps();
    }
  }

  /** Counts for each caller. */
  public static class ByName {
    public String key(String name) {
      return name;
    }
  }

  /** Counts for nobody in particular. */
  public static class ByNothing extends ByName {
    private int calls;

    @Override
    public String key(String name) {
      return name + calls++;
    }
  }

  @RestController
  public static class Counting {
    @GetMapping("/count/{name}")
    @Secured
    @RateLimited(permits = 1, per = "1h", keyedBy = ByName.class)
    public String count(@PathVariable("name") String name) {
      return "counted";
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Counting.class)
  public static class KeyOfASubclass {
    @Bean
    ByNothing byNothing() {
      return new ByNothing();
    }
  }
}
