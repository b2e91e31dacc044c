package dev.gatewright.spring.guard;

import dev.gatewright.runtime.Guard;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.core.NativeDetector;
import org.springframework.util.ClassUtils;

/**
 * Tells classes of frameworks from those of the application, which may be in packages of such names
 * itself, as {@code org.springframework.samples}: by the packages that a framework has, by the ones
 * that the application has, and by where a class was loaded from.
 *
 * <p>A class of the application's that is taken for a framework's is not looked at, so whatever is
 * not known counts as the application's.
 */
public final class FrameworkClasses {

  /**
   * Packages that frameworks have, without those which they leave to samples and other projects.
   */
  private static final Set<String> PACKAGES =
      Set.of(
          "java",
          "javax",
          "jakarta",
          "jdk",
          "sun",
          "com.sun",
          "ch.qos.logback",
          "com.fasterxml.classmate",
          "com.fasterxml.jackson",
          "com.zaxxer.hikari",
          "dev.gatewright.runtime",
          "dev.gatewright.spring",
          "io.micrometer",
          "org.apache.activemq",
          "org.apache.axis",
          "org.apache.camel",
          "org.apache.catalina",
          "org.apache.commons",
          "org.apache.coyote",
          "org.apache.curator",
          "org.apache.cxf",
          "org.apache.el",
          "org.apache.hc",
          "org.apache.http",
          "org.apache.jasper",
          "org.apache.juli",
          "org.apache.kafka",
          "org.apache.log4j",
          "org.apache.logging",
          "org.apache.lucene",
          "org.apache.naming",
          "org.apache.pulsar",
          "org.apache.tomcat",
          "org.apache.webbeans",
          "org.eclipse.angus",
          "org.eclipse.jetty",
          "org.eclipse.microprofile",
          "org.eclipse.persistence",
          "org.hibernate",
          "org.jboss.weld",
          "org.springframework.ai",
          "org.springframework.amqp",
          "org.springframework.aop",
          "org.springframework.aot",
          "org.springframework.asm",
          "org.springframework.batch",
          "org.springframework.beans",
          "org.springframework.boot",
          "org.springframework.cache",
          "org.springframework.cglib",
          "org.springframework.cloud",
          "org.springframework.context",
          "org.springframework.core",
          "org.springframework.credhub",
          "org.springframework.dao",
          "org.springframework.data",
          "org.springframework.ejb",
          "org.springframework.expression",
          "org.springframework.format",
          "org.springframework.graphql",
          "org.springframework.grpc",
          "org.springframework.hateoas",
          "org.springframework.http",
          "org.springframework.instrument",
          "org.springframework.integration",
          "org.springframework.javapoet",
          "org.springframework.jca",
          "org.springframework.jdbc",
          "org.springframework.jms",
          "org.springframework.jmx",
          "org.springframework.jndi",
          "org.springframework.kafka",
          "org.springframework.lang",
          "org.springframework.ldap",
          "org.springframework.mail",
          "org.springframework.messaging",
          "org.springframework.mock",
          "org.springframework.modulith",
          "org.springframework.objenesis",
          "org.springframework.orm",
          "org.springframework.oxm",
          "org.springframework.plugin",
          "org.springframework.pulsar",
          "org.springframework.r2dbc",
          "org.springframework.rabbit",
          "org.springframework.resilience",
          "org.springframework.restdocs",
          "org.springframework.retry",
          "org.springframework.scheduling",
          "org.springframework.scripting",
          "org.springframework.security",
          "org.springframework.session",
          "org.springframework.shell",
          "org.springframework.statemachine",
          "org.springframework.stereotype",
          "org.springframework.test",
          "org.springframework.transaction",
          "org.springframework.ui",
          "org.springframework.util",
          "org.springframework.validation",
          "org.springframework.vault",
          "org.springframework.web",
          "org.springframework.ws",
          "org.springframework.xml",
          "tools.jackson");

  private static final String BY_SPRING = "$$SpringCGLIB$$";

  private static final ClassValue<CodeLocation> LOCATIONS =
      new ClassValue<>() {
        @Override
        protected CodeLocation computeValue(Class<?> type) {
          return CodeLocation.of(type);
        }
      };

  /** Ours may be a folder; and one jar may have a whole application with its frameworks in it. */
  private static final Set<CodeLocation> SHARED =
      Set.copyOf(
          Stream.of(FrameworkClasses.class, Guard.class, SpringApplication.class)
              .map(LOCATIONS::get)
              .distinct()
              .toList());

  /** What was found of a class, when so many places and packages were the application's. */
  private record Answer(boolean contained, int additions) {}

  /** Each class is asked about often while beans are made. */
  private static final ClassValue<AtomicReference<@Nullable Answer>> ANSWERS =
      new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable Answer> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  private static final AtomicInteger ADDITIONS = new AtomicInteger();

  /** Of all applications of this virtual machine, as what looks at classes knows no application. */
  private static final Set<CodeLocation> APPLICATION_LOCATIONS = ConcurrentHashMap.newKeySet();

  private static final Set<String> APPLICATION_PACKAGES = ConcurrentHashMap.newKeySet();

  private FrameworkClasses() {}

  /** Whether the class is a framework's. */
  public static boolean contain(Class<?> type) {
    AtomicReference<@Nullable Answer> known = ANSWERS.get(type);
    Answer last = known.get();
    int additions = ADDITIONS.get();
    if (last != null && last.additions() == additions) {
      return last.contained();
    }
    boolean contained = look(type);
    known.set(new Answer(contained, additions));
    return contained;
  }

  private static boolean look(Class<?> type) {
    Class<?> known = type;
    while (known.getName().contains(BY_SPRING) && known.getSuperclass() != Object.class) {
      known = known.getSuperclass();
    }
    return isIn(PACKAGES, known.getName())
        && (isOwn(known) || (!isIn(APPLICATION_PACKAGES, known.getName()) && isLoadedSo(known)));
  }

  /**
   * Whether the class is a framework's as it was compiled: what is made of one at run time may
   * implement types of the application's.
   */
  static boolean containCompiled(Class<?> type) {
    return contain(type)
        && !type.isHidden()
        && !Proxy.isProxyClass(type)
        && !type.getName().contains(ClassUtils.CGLIB_CLASS_SEPARATOR)
        && (LOCATIONS.get(type).isKnown() || isOfJdk(type));
  }

  /** Whether the class is a framework's, and in packages of that name: it ends with a dot. */
  public static boolean contain(Class<?> type, String packages) {
    return type.getName().startsWith(packages) && contain(type);
  }

  /** Tells that the application has a package, with those in it. */
  public static void addPackage(String name) {
    boolean leadsToFrameworks =
        PACKAGES.stream().anyMatch(each -> (each + ".").startsWith(name + "."));
    if (!leadsToFrameworks && APPLICATION_PACKAGES.add(name)) {
      ADDITIONS.incrementAndGet();
    }
  }

  /** Tells that a class is the application's, as are those that are loaded from the same place. */
  public static void addClass(Class<?> type) {
    CodeLocation location = LOCATIONS.get(type);
    if (location.isKnown() && !SHARED.contains(location) && APPLICATION_LOCATIONS.add(location)) {
      ADDITIONS.incrementAndGet();
    }
    addPackage(type.getPackageName());
  }

  /** Ours; in packages of that name there may be tests. */
  private static boolean isOwn(Class<?> type) {
    return type.getName().startsWith("dev.gatewright.") && SHARED.contains(LOCATIONS.get(type));
  }

  private static boolean isIn(Set<String> packages, String className) {
    for (int dot = className.indexOf('.'); dot > 0; dot = className.indexOf('.', dot + 1)) {
      if (packages.contains(className.substring(0, dot))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLoadedSo(Class<?> type) {
    CodeLocation location = LOCATIONS.get(type);
    if (location.isKnown()) {
      return SHARED.contains(location)
          || (!location.isFolder() && !APPLICATION_LOCATIONS.contains(location));
    }
    // The JDK's, a proxy of interfaces, or made at run time from a class that it extends.
    return isOfJdk(type)
        || Proxy.isProxyClass(type)
        || NativeDetector.inNativeImage()
        || (type.getSuperclass() != null
            && type.getSuperclass() != Object.class
            && contain(type.getSuperclass()));
  }

  private static boolean isOfJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
