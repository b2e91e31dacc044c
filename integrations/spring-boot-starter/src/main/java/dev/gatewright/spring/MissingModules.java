package dev.gatewright.spring;

import dev.gatewright.spring.startup.Property;
import dev.gatewright.spring.startup.StartUpException;
import dev.gatewright.spring.startup.StartUpProblems;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** Finds properties that are set and that only modules read which are not there. */
final class MissingModules {

  /**
   * A module that the starter works with, but does not bring along.
   *
   * @param artifact its name as a dependency
   * @param type a class that is there where the module is
   * @param properties names that its properties start with
   */
  private record Module(String artifact, String type, List<String> properties) {}

  private static final List<Module> MODULES =
      List.of(
          new Module(
              "gatewright-authentication",
              "dev.gatewright.authentication.AccessTokens",
              List.of(
                  "gatewright.jwt",
                  "gatewright.introspection",
                  "gatewright.api-keys",
                  "gatewright.dpop",
                  "gatewright.mutual-tls")),
          new Module(
              "gatewright-challenges",
              "dev.gatewright.challenge.ProofOfWork",
              List.of("gatewright.challenge")),
          new Module(
              "gatewright-redis",
              "dev.gatewright.redis.RedisConnection",
              List.of("gatewright.redis")),
          new Module(
              "gatewright-secrets",
              "dev.gatewright.secret.Secrets",
              List.of("gatewright.secrets")));

  private MissingModules() {}

  /** Looks for each of them, and keeps what is refused. */
  static void verify(Environment environment, ClassLoader loader, StartUpProblems problems) {
    Binder binder = Binder.get(environment);
    for (Module module : MODULES) {
      if (ClassUtils.isPresent(module.type(), loader)) {
        continue;
      }
      for (String property : module.properties()) {
        if (Property.isSet(binder, property)) {
          problems.add(
              new StartUpException(
                  "the property '"
                      + property
                      + "' is set, but the module "
                      + module.artifact()
                      + ", which reads it, is not on the class path",
                  "add the dependency 'dev.gatewright:"
                      + module.artifact()
                      + "', or remove the"
                      + " property."));
        }
      }
    }
  }
}
