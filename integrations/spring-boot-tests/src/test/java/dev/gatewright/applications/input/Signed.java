package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** An application that verifies who has signed what it takes, before Spring MVC reads it. */
public final class Signed {
  private Signed() {}

  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.PARAMETER)
  public @interface ByPartner {}

  public record Note(String text) {}

  @RestController
  @Public(reason = "partners sign what they send")
  @ValidatedInput
  public static class Endpoint {
    @PostMapping("/body")
    public String body(@ByPartner @RequestBody Note note) {
      return "read " + note.text();
    }

    @PostMapping("/part")
    public String part(@ByPartner @RequestPart Note note) {
      return "read " + note.text();
    }
  }

  /** Puts its resolver before Spring's, which would come first otherwise. */
  @Configuration(proxyBeanMethods = false)
  public static class Partners {
    @Bean
    static BeanPostProcessor partnersFirst() {
      return new PartnersFirst();
    }
  }

  private static final class PartnersFirst implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      if (bean instanceof RequestMappingHandlerAdapter adapter
          && adapter.getArgumentResolvers() != null) {
        List<HandlerMethodArgumentResolver> all = new ArrayList<>();
        all.add(new PartnerResolver());
        all.addAll(adapter.getArgumentResolvers());
        adapter.setArgumentResolvers(all);
      }
      return bean;
    }
  }

  private static final class PartnerResolver implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.hasParameterAnnotation(ByPartner.class);
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest web,
        @Nullable WebDataBinderFactory binders) {
      HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
      if (request == null || request.getHeader("Signature") == null) {
        throw new ResponseStatusException(HttpStatus.FORBIDDEN);
      }
      return new Note("what a partner has signed");
    }
  }
}
