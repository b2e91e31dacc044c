package dev.gatewright.applications.mapping;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Applications that map {@code /secret} with a mapping of their own. */
public final class OwnMappings {
  private OwnMappings() {}

  private static boolean asksForTheSecret(HttpServletRequest request) {
    return request.getRequestURI().equals("/secret");
  }

  @Configuration(proxyBeanMethods = false)
  public static class ImplementsHandlerMapping {
    @Bean
    HandlerMapping own() {
      return new Direct();
    }

    static class Direct implements HandlerMapping, Ordered {
      @Override
      public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        return asksForTheSecret(request) ? new HandlerExecutionChain(new SecretHandler()) : null;
      }

      @Override
      public int getOrder() {
        return HIGHEST_PRECEDENCE;
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ExtendsAbstractHandlerMapping {
    @Bean
    HandlerMapping own() {
      return new OfHandlers();
    }

    static class OfHandlers extends AbstractHandlerMapping {
      @Override
      protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        return asksForTheSecret(request) ? new SecretHandler() : null;
      }

      @Override
      public int getOrder() {
        return HIGHEST_PRECEDENCE;
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class ReturnsHandlerMethods {
    @Bean
    HandlerMapping own() {
      return new OfMethods();
    }

    static class OfMethods extends AbstractHandlerMapping {
      @Override
      protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        return asksForTheSecret(request)
            ? new HandlerMethod(new SecretHandler(), SecretHandler.ANSWER)
            : null;
      }

      @Override
      public int getOrder() {
        return HIGHEST_PRECEDENCE;
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class DetectsHandlersItself {
    @Bean
    HandlerMapping own() {
      Detecting mapping = new Detecting();
      mapping.setOrder(-1);
      return mapping;
    }

    @Bean
    SecretHandler secretHandler() {
      return new SecretHandler();
    }

    static class Detecting extends RequestMappingHandlerMapping {
      @Override
      protected boolean isHandler(Class<?> beanType) {
        return beanType == SecretHandler.class;
      }

      @Override
      protected @Nullable RequestMappingInfo getMappingForMethod(
          Method method, Class<?> handlerType) {
        return method.equals(SecretHandler.ANSWER)
            ? RequestMappingInfo.paths("/secret").options(getBuilderConfiguration()).build()
            : null;
      }
    }
  }

  /** Nothing of it is in the registry of mapped methods. */
  @Configuration(proxyBeanMethods = false)
  public static class ReplacesSpringsOwn {
    @Bean
    WebMvcRegistrations registrations() {
      return new WebMvcRegistrations() {
        @Override
        public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
          return new Replacing();
        }
      };
    }

    static class Replacing extends RequestMappingHandlerMapping {
      @Override
      protected @Nullable HandlerMethod getHandlerInternal(HttpServletRequest request)
          throws Exception {
        return asksForTheSecret(request)
            ? new HandlerMethod(new SecretHandler(), SecretHandler.ANSWER)
            : super.getHandlerInternal(request);
      }
    }
  }

  /** The handler is any object; what answers is the adapter. */
  @Configuration(proxyBeanMethods = false)
  public static class CallsHandlersItself {
    @Bean
    HandlerMapping own() {
      return new OfObjects();
    }

    @Bean
    HandlerAdapter ownAdapter() {
      return new Adapter();
    }

    static class OfObjects extends AbstractHandlerMapping {
      @Override
      protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        return asksForTheSecret(request) ? new Anything() : null;
      }

      @Override
      public int getOrder() {
        return HIGHEST_PRECEDENCE;
      }
    }

    /** Not even callable. */
    static class Anything {}

    static class Adapter implements HandlerAdapter {
      @Override
      public boolean supports(Object handler) {
        return handler instanceof Anything;
      }

      @Override
      public ModelAndView handle(
          HttpServletRequest request, HttpServletResponse response, Object handler) {
        return new ModelAndView(new SecretHandler());
      }
    }
  }
}
