package dev.gatewright.openrewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.CurrentExchange;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.problem.RefusedException;
import dev.gatewright.testing.GateFixture;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A compiled application, each class of which is guarded by Spring Security's interceptors around
 * its guard, if it has one, and else around itself.
 */
final class ShopApplication implements AutoCloseable {
  private static final List<String> AUTHORITIES =
      List.of(
          "ROLE_CUSTOMER", "ROLE_CLERK", "ROLE_ADMIN", "SCOPE_orders:read", "SCOPE_orders:write");

  private final GateFixture fixture = new GateFixture();
  private final Gate gate = fixture.builder().build();
  private final List<String> names;
  private final URLClassLoader loader;

  private ShopApplication(List<String> names, URLClassLoader loader) {
    this.names = names;
    this.loader = loader;
  }

  /** Compiles sources by their paths; fails on any error. */
  static ShopApplication compiled(Map<String, String> sources, Path directory, String... options)
      throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      if (source.getKey().endsWith(".java")) {
        Path file = directory.resolve(source.getKey());
        Files.createDirectories(file.getParent());
        files.add(Files.writeString(file, source.getValue()));
      }
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> all = new ArrayList<>(List.of("-parameters", "-d", classes.toString()));
      all.addAll(List.of("-classpath", System.getProperty("java.class.path")));
      all.addAll(List.of(options));
      compiler
          .getTask(
              null, manager, diagnostics, all, null, manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    assertThat(diagnostics.getDiagnostics())
        .filteredOn(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .extracting(each -> each.getMessage(Locale.ROOT))
        .isEmpty();
    return new ShopApplication(
        files.stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .sorted()
            .toList(),
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, ShopApplication.class.getClassLoader()));
  }

  /** The guard of a class, or an object of the class itself where it has none. */
  Object bean(String name) throws ReflectiveOperationException {
    Constructor<?> constructor =
        Stream.of(guardOf(name).getDeclaredConstructors())
            .max(Comparator.comparingInt(Constructor::getParameterCount))
            .orElseThrow();
    constructor.setAccessible(true);
    return constructor.getParameterCount() == 0
        ? constructor.newInstance()
        : constructor.newInstance(gate);
  }

  private Class<?> guardOf(String name) throws ClassNotFoundException {
    try {
      return loader.loadClass("shop." + name + "Guard");
    } catch (ClassNotFoundException none) {
      return loader.loadClass("shop." + name);
    }
  }

  /** Who is let in: for each method the authorities of each caller, or that it is nobody. */
  Map<String, Set<String>> letIn() throws ReflectiveOperationException {
    Map<String, Set<String>> all = new TreeMap<>();
    for (String name : names) {
      Class<?> type = loader.loadClass("shop." + name);
      if (type.isInterface()) {
        continue;
      }
      Object bean = proxied(bean(name));
      for (Method method : type.getMethods()) {
        if (method.getDeclaringClass() != Object.class) {
          all.put(name + "." + method.getName(), callers(bean, method));
        }
      }
    }
    return all;
  }

  /** A bean as {@code @EnableMethodSecurity} with all its systems guards it. */
  private static Object proxied(Object bean) {
    ProxyFactory factory = new ProxyFactory(bean);
    factory.setProxyTargetClass(true);
    factory.addAdvisor(AuthorizationManagerBeforeMethodInterceptor.secured());
    factory.addAdvisor(AuthorizationManagerBeforeMethodInterceptor.jsr250());
    // The last: it fails on what those after it refuse where it has no expression itself.
    factory.addAdvisor(AuthorizationManagerBeforeMethodInterceptor.preAuthorize());
    return factory.getProxy(bean.getClass().getClassLoader());
  }

  private Set<String> callers(Object bean, Method method) throws ReflectiveOperationException {
    Set<String> letIn = new TreeSet<>();
    for (int bits = 0; bits < 1 << AUTHORITIES.size(); bits++) {
      Set<String> authorities = new TreeSet<>();
      for (int i = 0; i < AUTHORITIES.size(); i++) {
        if ((bits >> i & 1) == 1) {
          authorities.add(AUTHORITIES.get(i));
        }
      }
      fixture.token(
          "token",
          GateFixture.user("alice")
              .roles(named("ROLE_", authorities))
              .scopes(named("SCOPE_", authorities)));
      Authentication alice =
          new TestingAuthenticationToken(
              "alice", "", AuthorityUtils.createAuthorityList(List.copyOf(authorities)));
      try (CurrentExchange exchange = gate.open(GateFixture.withToken("token"))) {
        if (isLetIn(bean, method, alice)) {
          letIn.add(authorities.toString());
        }
        exchange.answered(200);
      }
    }
    Authentication nobody =
        new AnonymousAuthenticationToken(
            "key", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    try (CurrentExchange exchange = gate.open(GateFixture.https())) {
      if (isLetIn(bean, method, nobody)) {
        letIn.add("nobody");
      }
      exchange.answered(200);
    }
    return letIn;
  }

  private static boolean isLetIn(Object bean, Method method, Authentication authentication)
      throws ReflectiveOperationException {
    SecurityContextHolder.getContext().setAuthentication(authentication);
    try {
      assertThat(method.invoke(bean, arguments(method))).isEqualTo(method.getName());
      return true;
    } catch (InvocationTargetException thrown) {
      assertThat(thrown.getCause())
          .isInstanceOfAny(RefusedException.class, AccessDeniedException.class);
      return false;
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private static Object[] arguments(Method method) throws ReflectiveOperationException {
    List<Object> arguments = new ArrayList<>();
    for (Class<?> type : method.getParameterTypes()) {
      arguments.add(
          type == String.class ? "alice" : type.getConstructor(String.class).newInstance("bolts"));
    }
    return arguments.toArray();
  }

  private static Set<String> named(String prefix, Set<String> authorities) {
    return authorities.stream()
        .filter(authority -> authority.startsWith(prefix))
        .map(authority -> authority.substring(prefix.length()))
        .collect(Collectors.toSet());
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
