package dev.gatewright.applications.mapping;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import dev.gatewright.applications.vault.Vault;
import dev.gatewright.applications.vault.VaultGuard;
import dev.gatewright.runtime.Gate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.cglib.proxy.Callback;
import org.springframework.cglib.proxy.Enhancer;
import org.springframework.cglib.proxy.MethodInterceptor;
import org.springframework.cglib.proxy.MethodProxy;
import org.springframework.cglib.proxy.NoOp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Handlers that are no beans, and extend guards to answer in their place. */
public final class SubclassedGuards {
  private static final Set<String> ENDPOINTS = Set.of("open", "handleRequest");

  private SubclassedGuards() {}

  /** The name says nothing of how the class was made. */
  private static <T> T extended(Class<T> guard, Gate gate) {
    Enhancer enhancer = new Enhancer();
    enhancer.setSuperclass(guard);
    enhancer.setNamingPolicy((prefix, source, key, names) -> prefix + "Extended");
    enhancer.setCallbacks(
        new Callback[] {NoOp.INSTANCE, (MethodInterceptor) SubclassedGuards::answer});
    enhancer.setCallbackFilter(method -> ENDPOINTS.contains(method.getName()) ? 1 : 0);
    return guard.cast(enhancer.create(new Class<?>[] {Gate.class}, new Object[] {gate}));
  }

  private static @Nullable Object answer(
      Object guard, Method method, Object[] arguments, MethodProxy call) throws IOException {
    if (arguments.length == 0) {
      return Secret.TEXT;
    }
    ((HttpServletResponse) arguments[1]).getWriter().write(Secret.TEXT);
    return null;
  }

  /** Maps {@code /secret} to a method of the subclass. */
  public static void map(RequestMappingHandlerMapping mapping, Gate gate) {
    try {
      Method open = Vault.class.getMethod("open");
      mapping.registerMapping(
          RequestMappingInfo.paths("/secret").options(mapping.getBuilderConfiguration()).build(),
          extended(VaultGuard.class, gate),
          open);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(Vault.class)
  public static class AsMethod {
    @Bean
    InitializingBean mapped(RequestMappingHandlerMapping requestMappingHandlerMapping, Gate gate) {
      return () -> map(requestMappingHandlerMapping, gate);
    }
  }

  public static class Answering implements HttpRequestHandler {
    @Override
    @Secured(roles = "keeper")
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write(Secret.TEXT);
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class AsRequestHandler {
    @Bean
    SimpleUrlHandlerMapping byHand(Gate gate) {
      return new SimpleUrlHandlerMapping(
          Map.of("/secret", extended(SubclassedGuards_AnsweringGuard.class, gate)), -1);
    }
  }
}
