package dev.gatewright.spring.input;

import dev.gatewright.spring.argument.StrictConversionService;
import dev.gatewright.spring.exchange.AdmissionInterceptor;
import dev.gatewright.spring.startup.StartUpException;
import java.util.Locale;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * Makes the arguments of guarded endpoints, and the properties bound for them, from strict text.
 */
public final class StrictBinding {
  private StrictBinding() {}

  public static void of(RequestMappingHandlerAdapter adapter, Locale locale) {
    if (adapter.getWebBindingInitializer() == null) {
      adapter.setWebBindingInitializer(new ConfigurableWebBindingInitializer());
    }
    WebBindingInitializer initializer = adapter.getWebBindingInitializer();
    if (initializer instanceof WithoutHeaders) {
      return;
    }
    if (!(initializer instanceof ConfigurableWebBindingInitializer binding)) {
      throw new StartUpException(
          "The WebBindingInitializer of Spring MVC is no ConfigurableWebBindingInitializer, so"
              + " arguments of guarded endpoints would not be read strictly",
          "register the application's own binding in @InitBinder methods of a @ControllerAdvice, or"
              + " extend ConfigurableWebBindingInitializer.");
    }
    ConversionService conversions = binding.getConversionService();
    if (!(conversions instanceof StrictConversionService)) {
      binding.setConversionService(
          new StrictConversionService(
              conversions == null ? new DefaultFormattingConversionService() : conversions,
              StrictBinding::isGuarded,
              locale));
    }
    adapter.setWebBindingInitializer(new WithoutHeaders(binding));
  }

  /** Binds no header to a property that happens to have its name. */
  private record WithoutHeaders(WebBindingInitializer initializer)
      implements WebBindingInitializer {
    @Override
    public void initBinder(WebDataBinder binder) {
      initializer.initBinder(binder);
      if (binder instanceof ExtendedServletRequestDataBinder extended && isGuarded()) {
        extended.addHeaderPredicate(name -> false);
      }
    }
  }

  private static boolean isGuarded() {
    return AdmissionInterceptor.admitted() != null;
  }
}
