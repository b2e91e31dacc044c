package dev.gatewright.applications.servlet;

import dev.gatewright.applications.Secret;
import dev.gatewright.applications.mapping.MappingsByHand;
import dev.gatewright.applications.vault.Vault;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FrameworkServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Applications that answer {@code /secret} beside Spring MVC's servlet. */
public final class Servlets {
  private Servlets() {}

  @Configuration(proxyBeanMethods = false)
  public static class RegistrationBean {
    @Bean
    ServletRegistrationBean<SecretServlet> registration() {
      return new ServletRegistrationBean<>(new SecretServlet(), "/secret");
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class PlainBean {
    @Bean
    Servlet secret() {
      return new SecretServlet();
    }

    /** The only one of them would be mapped to everything that the dispatcher leaves. */
    @Bean
    Servlet other() {
      return new SecretServlet();
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Initializer {
    @Bean
    ServletContextInitializer initializer() {
      return context -> context.addServlet("added", new SecretServlet()).addMapping("/secret");
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InitializerByClass {
    @Bean
    ServletContextInitializer initializer() {
      return context -> context.addServlet("added", SecretServlet.class).addMapping("/secret");
    }
  }

  /** In the name of the container's own servlet. */
  @Configuration(proxyBeanMethods = false)
  public static class NamedDefault {
    @Bean
    ServletRegistrationBean<SecretServlet> registration() {
      ServletRegistrationBean<SecretServlet> registration =
          new ServletRegistrationBean<>(new SecretServlet(), "/secret");
      registration.setName("default");
      return registration;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class LazyBean {
    @Bean
    ServletRegistrationBean<SecretServlet> registration() {
      ServletRegistrationBean<SecretServlet> registration =
          new ServletRegistrationBean<>(new SecretServlet(), "/secret");
      registration.setLoadOnStartup(-1);
      return registration;
    }
  }

  /** A dispatcher of its own, with beans that the application's context knows nothing of. */
  @Configuration(proxyBeanMethods = false)
  public static class SecondDispatcher {
    @Bean
    ServletRegistrationBean<DispatcherServlet> second() {
      AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
      context.register(SecondContext.class);
      ServletRegistrationBean<DispatcherServlet> registration =
          new ServletRegistrationBean<>(new DispatcherServlet(context), "/second/*");
      registration.setName("second");
      registration.setLoadOnStartup(1);
      return registration;
    }
  }

  /** The same, whose context starts when the first request comes. */
  @Configuration(proxyBeanMethods = false)
  public static class SecondDispatcherLater {
    @Bean
    ServletRegistrationBean<DispatcherServlet> second() {
      AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
      context.register(SecondContext.class);
      ServletRegistrationBean<DispatcherServlet> registration =
          new ServletRegistrationBean<>(new DispatcherServlet(context), "/second/*");
      registration.setName("second");
      registration.setLoadOnStartup(-1);
      return registration;
    }
  }

  /** A second dispatcher over the vault, which is annotated. */
  @Configuration(proxyBeanMethods = false)
  public static class SecondDispatcherOfVault {
    @Bean
    ServletRegistrationBean<DispatcherServlet> second() {
      AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
      context.register(VaultContext.class);
      ServletRegistrationBean<DispatcherServlet> registration =
          new ServletRegistrationBean<>(new DispatcherServlet(context), "/second/*");
      registration.setName("second");
      registration.setLoadOnStartup(1);
      return registration;
    }
  }

  /** The application's own dispatcher in the place of Spring's. */
  @Configuration(proxyBeanMethods = false)
  public static class OwnDispatcher {
    @Bean("dispatcherServlet")
    DispatcherServlet dispatcherServlet() {
      return new AnsweringDispatcher();
    }

    static class AnsweringDispatcher extends DispatcherServlet {
      private static final long serialVersionUID = 1L;

      @Override
      protected void doDispatch(HttpServletRequest request, HttpServletResponse response)
          throws Exception {
        if (request.getRequestURI().equals("/secret")) {
          response.getWriter().write(Secret.TEXT);
        } else {
          super.doDispatch(request, response);
        }
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ExtendsSpringsServlet {
    @Bean
    ServletRegistrationBean<FrameworkServlet> registration() {
      return new ServletRegistrationBean<>(new AnsweringFrameworkServlet(), "/secret");
    }

    static class AnsweringFrameworkServlet extends FrameworkServlet {
      private static final long serialVersionUID = 1L;

      AnsweringFrameworkServlet() {
        super(new StaticWebApplicationContext());
      }

      @Override
      protected void doService(HttpServletRequest request, HttpServletResponse response)
          throws IOException {
        response.getWriter().write(Secret.TEXT);
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableWebMvc
  @Import(MappingsByHand.RouterFunctionBean.class)
  static class SecondContext {}

  @Configuration(proxyBeanMethods = false)
  @EnableWebMvc
  @Import(Vault.class)
  static class VaultContext {}
}
