package dev.gatewright.applications.container;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A factory bean with methods that its guard stands before; the container may call its own. */
@Configuration(proxyBeanMethods = false)
@Import({SecuredFactory.KeyFactory.class, SecuredFactory.Front.class})
public class SecuredFactory {

  /** What the factory makes has no annotations. */
  public record Key(String name) {}

  @Component
  @Secured(roles = "keeper")
  public static class KeyFactory implements FactoryBean<Key> {
    @Override
    public Key getObject() {
      return new Key("made");
    }

    @Override
    public Class<?> getObjectType() {
      return Key.class;
    }

    public String rotate() {
      return Secret.TEXT;
    }
  }

  @RestController
  public static class Front {
    private final Key key;
    private final KeyFactory keys;

    public Front(Key key, KeyFactory keys) {
      this.key = key;
      this.keys = keys;
    }

    @GetMapping("/key")
    @Public(reason = "the key's name is known")
    public String key() {
      return key.name();
    }

    @GetMapping("/rotated")
    @Public(reason = "the factory is guarded")
    public String rotate() {
      return keys.rotate();
    }
  }
}
