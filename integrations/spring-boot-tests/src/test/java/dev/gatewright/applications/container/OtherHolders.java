package dev.gatewright.applications.container;

import dev.gatewright.applications.vault.Keeper;
import java.util.Map;
import java.util.ServiceLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** Beans that keep what they will call in objects which are made for that. */
public final class OtherHolders {
  private OtherHolders() {}

  record Commands(Map<String, HandlerMethod> all) {}

  record Plugins(ServiceLoader<Plugin> all) {}

  /** What {@link ServiceLoader} finds is a keeper that nobody has made yet. */
  public interface Plugin {
    String tell();
  }

  /** Is named in a file, as a service is. */
  public static class KeepingPlugin extends Keeper implements Plugin {}

  @Configuration(proxyBeanMethods = false)
  public static class InHandlerMethod {
    @Bean
    Commands holder() throws NoSuchMethodException {
      return new Commands(Map.of("tell", new HandlerMethod(new Keeper(), "tell")));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InServiceLoader {
    @Bean
    Plugins holder() {
      return new Plugins(ServiceLoader.load(Plugin.class));
    }
  }
}
