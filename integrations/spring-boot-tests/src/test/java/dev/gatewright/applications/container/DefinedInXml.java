package dev.gatewright.applications.container;

import dev.gatewright.applications.vault.Keeper;
import java.util.function.Supplier;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportResource;

/** Keepers that are defined in the file that the property 'test.definitions' names. */
@Configuration(proxyBeanMethods = false)
@ImportResource("classpath:definitions/${test.definitions}.xml")
public class DefinedInXml {

  /** Makes keepers without guards. */
  public static class Makers {
    public static Keeper make() {
      return new Keeper();
    }

    public Keeper makeOne() {
      return new Keeper();
    }
  }

  /** Likewise. */
  public static class Products implements FactoryBean<Keeper> {
    @Override
    public Keeper getObject() {
      return new Keeper();
    }

    @Override
    public Class<?> getObjectType() {
      return Keeper.class;
    }
  }

  /** Holds a bean that only it gets. */
  public static class Holder implements Supplier<Object> {
    private final Object held;

    public Holder(Keeper held) {
      this.held = held;
    }

    @Override
    public Object get() {
      return held;
    }
  }
}
