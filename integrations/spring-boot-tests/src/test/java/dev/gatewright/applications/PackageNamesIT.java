package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications in packages that are named as those of frameworks, in folders and in jars. */
class PackageNamesIT {
  private static final String SHOP =
      """
      package %s;
      import dev.gatewright.*;
      import jakarta.servlet.http.*;
      import java.util.*;
      import org.springframework.beans.factory.*;
      import org.springframework.beans.factory.config.*;
      import org.springframework.boot.autoconfigure.SpringBootApplication;
      import org.springframework.context.annotation.Bean;
      import org.springframework.core.io.*;
      import org.springframework.stereotype.Component;
      import org.springframework.web.bind.annotation.*;
      import org.springframework.web.servlet.*;
      import org.springframework.web.servlet.config.annotation.*;
      import org.springframework.web.servlet.resource.*;
      @SpringBootApplication(proxyBeanMethods = false)
      public class Shop {
        %s
      }
      interface Tells { String tell(); }
      class Till implements Tells {
        @Override @Secured(roles = "keeper") public String tell() { return "%s"; }
      }
      """;

  private static final String HOLDER =
      """
        @Bean Counter counter() { return new Counter(new Till()); }
        static class Counter {
          final Till till;
          Counter(Till till) { this.till = till; }
        }
      """;

  private static final String ADAPTER =
      """
        @Component static class Adapter implements HandlerAdapter {
          @Override public boolean supports(Object handler) { return false; }
          @Override public ModelAndView handle(
              HttpServletRequest request, HttpServletResponse response, Object handler) {
            return null;
          }
        }
      """;

  private static final String RESOLVER =
      """
        @Component static class Files implements WebMvcConfigurer {
          @Override public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/files/**").addResourceLocations("classpath:/static/")
                .resourceChain(false).addResolver(new Resolver());
          }
        }
        static class Resolver extends AbstractResourceResolver {
          @Override protected Resource resolveResourceInternal(
              HttpServletRequest request, String path, List<? extends Resource> locations,
              ResourceResolverChain chain) {
            return new ByteArrayResource(new Till().tell().getBytes());
          }
          @Override protected String resolveUrlPathInternal(
              String path, List<? extends Resource> locations, ResourceResolverChain chain) {
            return path;
          }
        }
      """;

  private static final String SCOPE =
      """
        @Bean static CustomScopeConfigurer scopes() {
          CustomScopeConfigurer scopes = new CustomScopeConfigurer();
          scopes.addScope("pool", new Pool());
          return scopes;
        }
        @Component @org.springframework.context.annotation.Scope("pool")
        static class Pooled implements Tells {
          @Override public String tell() { return ""; }
        }
        static class Pool implements Scope {
          @Override public Object get(String name, ObjectFactory<?> factory) { return new Till(); }
          @Override public Object remove(String name) { return null; }
          @Override public void registerDestructionCallback(String name, Runnable callback) {}
        }
        @RestController public static class Front {
          private final ObjectProvider<Tells> tills;
          Front(ObjectProvider<Tells> tills) { this.tills = tills; }
          @GetMapping("/till") @Public(reason = "the till is guarded")
          public String ask() { return tills.getObject().tell(); }
          @GetMapping("/open") @Public(reason = "it is open") public String open() { return "open"; }
        }
      """;

  private static Class<?> shop(String packageName, boolean packed, String parts) {
    String source = SHOP.formatted(packageName, parts, Secret.TEXT);
    String name = packageName + ".Shop";
    return packed ? BuiltApplication.inJar(name, source) : BuiltApplication.inFolder(name, source);
  }

  @ParameterizedTest
  @CsvSource({
    "org.springframework.samples.shop, false",
    "org.springframework.samples.shop, true",
    "org.springframework.web.shop, false",
    "org.springframework.web.shop, true",
    "org.apache.shop, false",
    "org.apache.shop, true",
    "org.apache.commons.shop, true",
    "org.hibernate.shop, true",
    "com.zaxxer.shop, true",
    "com.sun.shop, false"
  })
  void whatABeanHoldsIsLookedAt(String packageName, boolean packed) {
    assertThat(Application.of(shop(packageName, packed, HOLDER)).refused())
        .hasMessageContaining("'counter'")
        .hasMessageContaining(packageName + ".Till");
  }

  @ParameterizedTest
  @CsvSource({
    "org.springframework.samples.shop, false",
    "org.springframework.samples.shop, true",
    "org.springframework.web.shop, true"
  })
  void aHandlerAdapterStopsTheStart(String packageName, boolean packed) {
    assertThat(Application.of(shop(packageName, packed, ADAPTER)).refused())
        .hasMessageContaining("the handler adapter " + packageName);
  }

  @ParameterizedTest
  @CsvSource({
    "org.springframework.samples.shop, false",
    "org.springframework.samples.shop, true",
    "org.springframework.web.shop, true"
  })
  void codeThatFindsFilesStopsTheStart(String packageName, boolean packed) {
    assertThat(Application.of(shop(packageName, packed, RESOLVER)).refused())
        .hasMessageContaining(packageName + ".Shop$Resolver");
  }

  @ParameterizedTest
  @CsvSource({
    "org.springframework.samples.shop, false",
    "org.springframework.samples.shop, true",
    "org.springframework.web.shop, true"
  })
  void aScopeHandsOutNothingWithoutItsGuard(String packageName, boolean packed) {
    try (RunningApplication running = Application.of(shop(packageName, packed, SCOPE)).start()) {
      assertThat(running.get("/open").status()).isEqualTo(200);
      running.get("/till").isClosedWith(500);
    }
  }
}
