package dev.gatewright.applications.mapping;

import dev.gatewright.Secured;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Handlers with a guarded method that only sounds like the one by which Spring calls them. */
public final class NamedAlike {
  private NamedAlike() {}

  @Component("/longer/**")
  public static class OfLongerName extends ResourceHttpRequestHandler {
    OfLongerName() {
      setLocationValues(List.of("classpath:/static/"));
    }

    @Secured(roles = "keeper")
    public String handleRequestStatistics() {
      return "";
    }
  }

  @Component("/overloaded/**")
  public static class OfOtherParameters extends ResourceHttpRequestHandler {
    OfOtherParameters() {
      setLocationValues(List.of("classpath:/static/"));
    }

    @Secured(roles = "keeper")
    public void handleRequest(HttpServletRequest request) {}
  }

  @Component("/internal/**")
  public static class OfOtherType extends ResourceHttpRequestHandler {
    OfOtherType() {
      setLocationValues(List.of("classpath:/static/"));
    }

    @Secured(roles = "keeper")
    public void handleRequestInternal(HttpServletRequest request, HttpServletResponse response) {}
  }

  @Component("/view")
  public static class OfController extends ParameterizableViewController {
    OfController() {
      setViewName("view");
    }

    @Secured(roles = "keeper")
    public String handleRequestStatistics() {
      return "";
    }
  }
}
