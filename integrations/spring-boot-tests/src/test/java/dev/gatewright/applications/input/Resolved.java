package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.annotation.PostConstruct;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;

/** Argument resolvers that applications set by hand, or that look closely at a parameter. */
public final class Resolved {
  private Resolved() {}

  public record Note(String text, int count) {}

  @RestController
  @Public(reason = "test")
  public static class Notes {
    @PostMapping("/note")
    @ValidatedInput
    public String note(@RequestBody Note note) {
      return "read " + note;
    }
  }

  private static void putInFront(RequestMappingHandlerAdapter adapter, boolean readsBodies) {
    List<HandlerMethodArgumentResolver> all = new ArrayList<>();
    all.add(new MeResolver());
    if (readsBodies) {
      all.add(new RequestResponseBodyMethodProcessor(adapter.getMessageConverters()));
    }
    all.addAll(adapter.getArgumentResolvers());
    adapter.setArgumentResolvers(all);
  }

  /** Sets Spring's own reader of bodies before Gatewright's. */
  @Configuration(proxyBeanMethods = false)
  public static class InFront {
    private final RequestMappingHandlerAdapter adapter;

    InFront(RequestMappingHandlerAdapter adapter) {
      this.adapter = adapter;
    }

    @PostConstruct
    void set() {
      putInFront(adapter, true);
    }
  }

  /** Does so when everything has been looked at. */
  @Configuration(proxyBeanMethods = false)
  public static class InFrontLater {
    private final RequestMappingHandlerAdapter adapter;

    InFrontLater(RequestMappingHandlerAdapter adapter) {
      this.adapter = adapter;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
      putInFront(adapter, true);
    }
  }

  /** Sets one that reads no body, and leaves Gatewright's where it is. */
  @Configuration(proxyBeanMethods = false)
  public static class Harmless {
    private final RequestMappingHandlerAdapter adapter;

    Harmless(RequestMappingHandlerAdapter adapter) {
      this.adapter = adapter;
    }

    @EventListener(ApplicationReadyEvent.class)
    void set() {
      putInFront(adapter, false);
    }
  }

  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface Me {}

  public record User(String name, boolean admin) {}

  @RestController
  @Public(reason = "test")
  public static class Greeting {
    @GetMapping("/greet")
    public String greet(@Me User user) {
      return "hello " + user;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Users implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
      resolvers.add(new MeResolver());
    }
  }

  /** Asks the very parameter of the called method, and no supertype's. */
  private static final class MeResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameter().isAnnotationPresent(Me.class);
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return new User("ann", false);
    }
  }
}
