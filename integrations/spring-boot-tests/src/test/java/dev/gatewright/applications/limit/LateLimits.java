package dev.gatewright.applications.limit;

import dev.gatewright.LimitKey;
import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.runtime.Gate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.annotation.RequestScope;

/** Two limits of one name, the second of a guard that is made for each call. */
public final class LateLimits {
  private LateLimits() {}

  public interface Sends {
    String send();
  }

  public static class Mails implements Sends {
    @Override
    @Public(reason = "counted")
    @RateLimited(permits = 1, per = "1h", key = LimitKey.ADDRESS)
    public String send() {
      return "sent";
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ByInterface {
    @Bean
    @Scope("prototype")
    Sends mails(Gate gate) {
      return new LateLimits_MailsGuard(gate);
    }
  }

  /** Names the guarded class, as is welcome. */
  @Configuration(proxyBeanMethods = false)
  public static class ByClass {
    @Bean
    @RequestScope
    Mails mails(Gate gate) {
      return new LateLimits_MailsGuard(gate);
    }
  }

  @RestController
  @Public(reason = "counted")
  public static class Cards {
    private final ObjectProvider<Sends> mails;

    public Cards(ObjectProvider<Sends> mails) {
      this.mails = mails;
    }

    @GetMapping("/cards")
    @RateLimited(permits = 1, per = "1h", key = LimitKey.ADDRESS)
    public String send() {
      return "carded";
    }

    @GetMapping("/mails")
    public String mail() {
      return mails.getObject().send();
    }
  }
}
