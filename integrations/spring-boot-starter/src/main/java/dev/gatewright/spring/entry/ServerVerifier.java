package dev.gatewright.spring.entry;

import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.guard.GuardAnnotations;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/**
 * Looks for beans that take requests past the servlet container, or past Spring MVC: servers of
 * other kinds, endpoints of WebSocket containers, and resources of Jakarta REST. No adapter of ours
 * stands before them, so each must be exempt.
 */
public final class ServerVerifier implements SmartInitializingSingleton {

  /** By name, as few applications have any; servers that are not among them are not known. */
  private static final List<String> SERVERS =
      List.of(
          "com.corundumstudio.socketio.SocketIOServer",
          "com.linecorp.armeria.server.Server",
          "com.sun.net.httpserver.HttpServer",
          "io.grpc.Server",
          "io.grpc.BindableService",
          "io.javalin.Javalin",
          "io.prometheus.client.exporter.HTTPServer",
          "io.prometheus.metrics.exporter.httpserver.HTTPServer",
          "io.undertow.Undertow",
          "io.vertx.core.http.HttpServer",
          "io.helidon.webserver.WebServer",
          "org.eclipse.jetty.server.Server",
          "org.apache.catalina.startup.Tomcat",
          "org.apache.cxf.endpoint.Server",
          "org.apache.ftpserver.FtpServer",
          "org.apache.mina.core.service.IoAcceptor",
          "org.apache.sshd.server.SshServer",
          "org.apache.thrift.server.TServer",
          "org.glassfish.grizzly.http.server.HttpServer",
          "org.h2.tools.Server",
          "org.java_websocket.server.WebSocketServer",
          "reactor.netty.DisposableServer",
          "reactor.netty.http.server.HttpServer",
          "org.springframework.boot.rsocket.server.RSocketServer",
          "org.springframework.boot.rsocket.context.RSocketServerBootstrap",
          "org.springframework.grpc.server.lifecycle.GrpcServerLifecycle",
          "jakarta.websocket.server.ServerEndpointConfig",
          "jakarta.websocket.server.ServerApplicationConfig",
          "jakarta.xml.ws.Endpoint");

  /** Classes with these annotations are made by a container, or called by one. */
  private static final Set<String> ENDPOINTS =
      Set.of(
          "jakarta.websocket.server.ServerEndpoint",
          "javax.websocket.server.ServerEndpoint",
          "jakarta.jws.WebService",
          "javax.jws.WebService");

  private static final String REST_APPLICATION = "jakarta.ws.rs.core.Application";

  private final ConfigurableListableBeanFactory beanFactory;
  private final Exemptions exemptions;
  private final GuardAnnotations annotations = new GuardAnnotations();

  ServerVerifier(ConfigurableListableBeanFactory beanFactory, Exemptions exemptions) {
    this.beanFactory = beanFactory;
    this.exemptions = exemptions;
  }

  @Override
  public void afterSingletonsInstantiated() {
    ClassLoader loader = beanFactory.getBeanClassLoader();
    for (String server : SERVERS) {
      if (ClassUtils.isPresent(server, loader)) {
        for (String bean :
            beanFactory.getBeanNamesForType(ClassUtils.resolveClassName(server, loader))) {
          verify(bean, beanFactory.getType(bean, false));
        }
      }
    }
    for (String bean : beanFactory.getBeanDefinitionNames()) {
      Class<?> type = beanFactory.getType(bean, false);
      if (type != null && isEndpoint(ClassUtils.getUserClass(type))) {
        verify(bean, type);
      }
    }
    if (ClassUtils.isPresent(REST_APPLICATION, loader)) {
      beanFactory
          .getBeansOfType(ClassUtils.resolveClassName(REST_APPLICATION, loader), true, false)
          .values()
          .forEach(this::verifyResources);
    }
  }

  private static boolean isEndpoint(Class<?> type) {
    for (Annotation annotation : type.getAnnotations()) {
      if (ENDPOINTS.contains(annotation.annotationType().getName())) {
        return true;
      }
    }
    return false;
  }

  private void verify(String bean, @Nullable Class<?> type) {
    if (exemptions.containNamed(bean) || (type != null && exemptions.contain(type))) {
      return;
    }
    String name = type == null ? "of an unknown class" : Exemptions.nameOf(type);
    throw new StartUpException(
        "the bean '"
            + bean
            + "' ("
            + name
            + ") takes requests that never pass Gatewright: there is no adapter for it",
        "remove it; or, if whatever it answers may be open, list its class in '"
            + Exemptions.PROPERTY
            + "': "
            + name
            + ". An endpoint of a WebSocket container needs the container's filter to be listed"
            + " too, of Tomcat org.apache.tomcat.websocket.server.WsFilter.");
  }

  /** A servlet for Jakarta REST may be exempt; what bears our annotations is not. */
  private void verifyResources(Object application) {
    verifyUnannotated(call(application, "getClasses"));
    verifyUnannotated(call(application, "getSingletons"));
    verifyUnannotated(call(application, "getInstances"));
  }

  private static Collection<?> call(Object application, String getter) {
    try {
      Method method = application.getClass().getMethod(getter);
      return method.invoke(application) instanceof Collection<?> found ? found : List.of();
    } catch (NoSuchMethodException absent) {
      return List.of();
    } catch (ReflectiveOperationException broken) {
      throw new StartUpException(
          "the resources of " + application.getClass().getName() + " cannot be looked at",
          "mend its " + getter + "().");
    }
  }

  private void verifyUnannotated(Collection<?> resources) {
    for (Object resource : resources) {
      Class<?> type = resource instanceof Class<?> found ? found : resource.getClass();
      if (annotations.reach(type) && !GuardClasses.isGenerated(type)) {
        throw new StartUpException(
            type.getName()
                + " bears Gatewright's annotations, but is a resource of Jakarta REST, for which"
                + " there is no adapter: they would have no effect",
            "write it as a controller of Spring MVC, or register its guard.");
      }
    }
  }
}
