package dev.gatewright.spring.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gatewright.runtime.Gate;
import dev.gatewright.spring.WithoutProcessor;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.sql.Driver;
import java.util.function.Supplier;
import org.apache.catalina.core.StandardContext;
import org.hibernate.validator.HibernateValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.core.OrderComparator;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;
import tools.jackson.databind.json.JsonMapper;

class FrameworkClassesTest {

  /** As a class loader of the application would define it that found it there. */
  private static Class<?> loaded(String className, String source, @Nullable String from) {
    Class<?> compiled = WithoutProcessor.compile(className, source);
    try (URLClassLoader loader = (URLClassLoader) compiled.getClassLoader();
        InputStream bytes = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
      URL location = from == null ? null : URI.create(from).toURL();
      return new Defining().define(className, bytes.readAllBytes(), location);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Class<?> loaded(String packageName, @Nullable String from) {
    String source = "package " + packageName + "; public class Shop {}";
    return loaded(packageName + ".Shop", source, from);
  }

  private static final class Defining extends ClassLoader {
    Defining() {
      super(FrameworkClassesTest.class.getClassLoader());
    }

    Class<?> define(String name, byte[] bytes, @Nullable URL location) {
      CodeSource source = new CodeSource(location, (Certificate[]) null);
      return defineClass(name, bytes, 0, bytes.length, new ProtectionDomain(source, null));
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        String.class,
        Driver.class,
        DispatcherServlet.class,
        OrderComparator.class,
        StandardContext.class,
        HibernateValidator.class,
        JsonMapper.class,
        JsonTypeInfo.class,
        ObservationRegistry.class,
        Gate.class,
        FrameworkClasses.class
      })
  void aClassOfAFrameworkIsOne(Class<?> type) {
    assertThat(FrameworkClasses.contain(type)).isTrue();
  }

  @Test
  void whatIsMadeOfAFrameworksClassIsTheFrameworks() {
    ProxyFactory factory = new ProxyFactory(new OrderComparator());
    factory.setProxyTargetClass(true);

    assertThat(FrameworkClasses.contain(factory.getProxy().getClass())).isTrue();
    assertThat(FrameworkClasses.contain(OrderComparator.INSTANCE.reversed().getClass())).isTrue();
    assertThat(
            FrameworkClasses.contain(
                OrderComparator.INSTANCE.withSourceProvider(each -> each).getClass()))
        .isTrue();
  }

  @Test
  void whatTheApplicationMakesOfAFrameworksTypeIsTheApplications() {
    Ordered lambda = () -> 1;

    assertThat(FrameworkClasses.contain(lambda.getClass())).isFalse();
  }

  @Test
  void aLambdaAndAProxyOfTheApplicationAreAsTheirClass() throws ReflectiveOperationException {
    Class<?> shop =
        loaded(
            "org.springframework.web.shop.Shop",
            """
            package org.springframework.web.shop;
            public class Shop implements java.util.function.Supplier<Object> {
              public Object get() {
                java.util.function.Supplier<String> lambda = () -> "";
                return lambda;
              }
            }
            """,
            "file:/srv/shop/target/classes/");
    Supplier<?> one = (Supplier<?>) shop.getConstructor().newInstance();
    ProxyFactory factory = new ProxyFactory(one);
    factory.setProxyTargetClass(true);

    assertThat(FrameworkClasses.contain(one.get().getClass())).isFalse();
    assertThat(FrameworkClasses.contain(factory.getProxy(shop.getClassLoader()).getClass()))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "org.springframework.samples.shop, file:/srv/shop/target/classes/",
    "org.springframework.web.shop, file:/srv/shop/target/classes/",
    "org.apache.catalina.shop, file:/srv/shop/target/classes/",
    "org.hibernate.shop, jar:file:/opt/shop.jar!/BOOT-INF/classes!/",
    "org.springframework.web.shop, jar:file:/opt/shop.war!/WEB-INF/classes!/",
    "org.springframework.samples.shop, file:/opt/lib/shop.jar",
    "org.springframework.samples.library, file:/opt/lib/library.jar",
    "org.apache.shop, file:/opt/lib/shop.jar",
    "com.zaxxer.shop, file:/opt/lib/shop.jar",
    "com.fasterxml.shop, file:/opt/lib/shop.jar",
    "org.eclipse.shop, file:/opt/lib/shop.jar",
    "org.springframework.web.shop,"
  })
  void aClassOfTheApplicationIsNone(String packageName, @Nullable String location) {
    assertThat(FrameworkClasses.contain(loaded(packageName, location))).isFalse();
  }

  @Test
  void whatComesFromTheSameJarAsTheApplicationIsTheApplications() {
    Class<?> scanned = loaded("shop", "file:/opt/lib/whole-shop.jar");
    Class<?> library = loaded("org.springframework.web.part", "file:/opt/lib/whole-shop.jar");
    Class<?> other = loaded("org.springframework.web.part", "file:/opt/lib/spring-web.jar");

    FrameworkClasses.addClass(scanned);

    assertThat(FrameworkClasses.contain(library)).isFalse();
    assertThat(FrameworkClasses.contain(other)).isTrue();
  }

  @Test
  void thePackagesOfTheApplicationAreTheApplications() {
    FrameworkClasses.addPackage("org.springframework.web.ours");
    FrameworkClasses.addPackage("org.springframework");
    FrameworkClasses.addPackage("org.springframework.web");

    assertThat(FrameworkClasses.contain(loaded("org.springframework.web.ours.part", "file:/a.jar")))
        .isFalse();
    assertThat(FrameworkClasses.contain(loaded("org.springframework.web.other", "file:/a.jar")))
        .isTrue();
    assertThat(FrameworkClasses.contain(DispatcherServlet.class)).isTrue();
  }

  @Test
  void aJarThatHasEverythingInItIsNotTheApplicationsAltogether() {
    FrameworkClasses.addClass(org.springframework.boot.SpringApplication.class);

    assertThat(FrameworkClasses.contain(org.springframework.boot.SpringApplication.class)).isTrue();
  }
}
