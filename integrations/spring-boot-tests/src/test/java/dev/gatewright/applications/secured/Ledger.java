package dev.gatewright.applications.secured;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import dev.gatewright.applications.vault.Tells;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.ApplicationObjectSupport;
import org.springframework.stereotype.Component;

/** A service that is secured as a whole, and is set up in every manner that Spring knows. */
@Component
@Secured(roles = "keeper")
public class Ledger extends ApplicationObjectSupport
    implements Tells, InitializingBean, DisposableBean, SmartLifecycle {
  private final Steps steps;
  private boolean running;

  public Ledger(Steps steps) {
    this.steps = steps;
  }

  @Override
  public String tell() {
    return Secret.TEXT;
  }

  @Autowired
  public void setByType(Steps injected) {
    steps.add("@Autowired", injected);
  }

  @Injected
  void setByComposed(Steps injected) {
    steps.add("@Injected", injected);
  }

  @Inject
  protected void setByInject(Steps injected) {
    steps.add("@Inject", injected);
  }

  @Resource(name = "steps")
  public void setByName(Steps injected) {
    steps.add("@Resource", injected);
  }

  @Value("${spring.main.banner-mode}")
  public void setMode(String injected) {
    steps.add("@Value", injected);
  }

  @PostConstruct
  void ready() {
    steps.add("@PostConstruct", this);
  }

  @PreDestroy
  void gone() {
    steps.add("@PreDestroy", this);
  }

  @Override
  protected void initApplicationContext(ApplicationContext context) {
    steps.add("setApplicationContext", context);
  }

  @Override
  public void afterPropertiesSet() {
    steps.add("afterPropertiesSet", this);
  }

  @Override
  public void destroy() {
    steps.add("destroy", this);
  }

  @Override
  public void start() {
    running = true;
    steps.add("start", this);
  }

  @Override
  public void stop() {
    running = false;
    steps.add("stop", this);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** An annotation that bears Spring's. */
  @Autowired
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Injected {}

  /** What was called, in order. */
  @Component("steps")
  public static class Steps {
    private final List<String> names = new CopyOnWriteArrayList<>();

    void add(String name, Object injected) {
      if (injected == null) {
        throw new IllegalArgumentException(name);
      }
      names.add(name);
    }

    public List<String> names() {
      return names;
    }
  }

  /** Settings that are secured as a whole, though Spring Boot binds them. */
  @Component
  @ConfigurationProperties("ledger")
  @Secured(roles = "keeper")
  public static class Settings {
    private final Steps steps;

    public Settings(Steps steps) {
      this.steps = steps;
    }

    public void setName(String name) {
      steps.add("setName", name);
    }

    public void rename() {
      steps.add("rename", this);
    }
  }
}
