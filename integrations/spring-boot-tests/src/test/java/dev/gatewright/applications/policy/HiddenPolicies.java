package dev.gatewright.applications.policy;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import dev.gatewright.runtime.caller.Caller;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Applications that set up a policy or key whose bean's definition does not say what it is. */
public final class HiddenPolicies {
  private HiddenPolicies() {}

  /** Says nothing of what its implementations permit. */
  public interface Rule<T> {}

  /** As it is made without a word, it permits everything. */
  public static class OwnsBox implements Rule<String> {
    private boolean strict;

    public void setStrict(boolean strict) {
      this.strict = strict;
    }

    public boolean permits(Caller caller, String id) {
      return !strict || caller.subject().equals(id);
    }

    static OwnsBox configured() {
      OwnsBox policy = new OwnsBox();
      policy.setStrict(true);
      return policy;
    }
  }

  /** Counts by name, in one spelling where it is told to. */
  public static class ByName implements Rule<String> {
    private boolean ignoreCase;

    public void setIgnoreCase(boolean ignoreCase) {
      this.ignoreCase = ignoreCase;
    }

    public String key(String id) {
      return ignoreCase ? id.toLowerCase(Locale.ROOT) : id;
    }
  }

  @RestController
  public static class Opening {
    @GetMapping("/open/{id}")
    @Secured(policies = OwnsBox.class)
    @RateLimited(permits = 9, per = "1h", keyedBy = ByName.class)
    public String open(@PathVariable("id") String id) {
      return Secret.TEXT;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class PolicyByInterface {
    @Bean
    Rule<String> ownsBox() {
      return OwnsBox.configured();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class PolicyUnderAnotherName {
    @Bean
    Object rule() {
      return OwnsBox.configured();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class SubclassByInterface {
    @Bean
    Rule<String> rule() {
      return new OwnsBox() {
        @Override
        public boolean permits(Caller caller, String id) {
          return false;
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class PolicyByFactory {
    @Bean
    FactoryBean<?> rule() {
      return new FactoryBean<>() {
        @Override
        public Object getObject() {
          return OwnsBox.configured();
        }

        @Override
        public Class<?> getObjectType() {
          return OwnsBox.class;
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class PolicyInList {
    @Bean
    List<Rule<String>> rules() {
      return List.of(OwnsBox.configured());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class KeyByInterface {
    @Bean
    Rule<String> byName() {
      ByName key = new ByName();
      key.setIgnoreCase(true);
      return key;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class Two {
    @Bean
    OwnsBox ownsBox() {
      return new OwnsBox();
    }

    @Bean
    OwnsBox strict() {
      return OwnsBox.configured();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class OneOfTwo {
    @Bean
    OwnsBox ownsBox() {
      return new OwnsBox();
    }

    @Bean
    @Primary
    OwnsBox strict() {
      return OwnsBox.configured();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class SameObject {
    @Bean
    Rule<String> rule() {
      return OwnsBox.configured();
    }

    @Bean
    OwnsBox strict(Rule<String> rule) {
      return (OwnsBox) rule;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class OfItsClass {
    @Bean
    OwnsBox strict() {
      return OwnsBox.configured();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class MadeByItsFactory {
    @Bean
    FactoryBean<OwnsBox> strict() {
      return new FactoryBean<>() {
        @Override
        public OwnsBox getObject() {
          return OwnsBox.configured();
        }

        @Override
        public Class<?> getObjectType() {
          return OwnsBox.class;
        }
      };
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Opening.class)
  public static class MadeLater {
    @Bean
    @Lazy
    Rule<String> later() {
      return OwnsBox.configured();
    }
  }
}
