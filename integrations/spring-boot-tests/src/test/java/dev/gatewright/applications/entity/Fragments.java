package dev.gatewright.applications.entity;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Repositories with code of the application's own. */
public final class Fragments {
  private Fragments() {}

  @Entity
  public static class Thing {
    @Id public Long id = 1L;
  }

  public interface Tells {
    String tellOfThings();
  }

  /** Spring Data finds it by its name. */
  public static class TellsImpl implements Tells {
    @Override
    @Secured(roles = "keeper")
    public String tellOfThings() {
      return Secret.TEXT;
    }
  }

  public interface Things extends JpaRepository<Thing, Long>, Tells {}

  @Configuration(proxyBeanMethods = false)
  @EnableJpaRepositories(considerNestedRepositories = true)
  @EntityScan
  public static class WithFragment {}

  @NoRepositoryBean
  public static class Base<T, K> extends SimpleJpaRepository<T, K> {
    public Base(JpaEntityInformation<T, ?> information, EntityManager entities) {
      super(information, entities);
    }

    @Override
    @Secured(roles = "keeper")
    public long count() {
      return 4711;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableJpaRepositories(considerNestedRepositories = true, repositoryBaseClass = Base.class)
  @EntityScan
  public static class WithBase {}

  @RestController
  @Public(reason = "what it calls is guarded")
  public static class Front {
    private final Things things;

    public Front(Things things) {
      this.things = things;
    }

    @GetMapping("/things")
    public String tell() {
      return things.tellOfThings();
    }

    @GetMapping("/things/count")
    public String count() {
      return "there are " + things.count();
    }
  }
}
