package dev.gatewright.applications.secured;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.AbstractController;
import org.springframework.web.servlet.mvc.Controller;

/** Servlets and handlers of Spring's that are secured as a whole. */
public final class Handlers {
  private Handlers() {}

  @Component("http")
  @Secured(roles = "keeper")
  public static class OfHttp extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    public void init() {
      getServletContext().log("the container calls this");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write(Secret.TEXT);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write(Secret.TEXT);
    }
  }

  @Component("modified")
  @Secured(roles = "keeper")
  public static class OfModified extends HttpServlet {
    private static final long serialVersionUID = 1;

    /** How often somebody was told when it was modified. */
    public static final AtomicInteger TOLD = new AtomicInteger();

    @Override
    protected long getLastModified(HttpServletRequest request) {
      TOLD.incrementAndGet();
      return -1;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write(Secret.TEXT);
    }
  }

  @Component("generic")
  @Secured(roles = "keeper")
  public static class OfAnyProtocol extends GenericServlet {
    private static final long serialVersionUID = 1;

    @Override
    public void service(ServletRequest request, ServletResponse response) throws IOException {
      response.getWriter().write(Secret.TEXT);
    }
  }

  @Component("/abstract-controller")
  @Secured(roles = "keeper")
  public static class OfAbstractController extends AbstractController {
    @Override
    protected @Nullable ModelAndView handleRequestInternal(
        HttpServletRequest request, HttpServletResponse response) throws IOException {
      response.getWriter().write(Secret.TEXT);
      return null;
    }
  }

  @Component("/controller")
  @Secured(roles = "keeper")
  public static class OfController implements Controller {
    @Override
    public @Nullable ModelAndView handleRequest(
        HttpServletRequest request, HttpServletResponse response) throws IOException {
      response.getWriter().write(Secret.TEXT);
      return null;
    }
  }

  @Component("/request-handler")
  @Secured(roles = "keeper")
  public static class OfRequests implements HttpRequestHandler {
    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write(Secret.TEXT);
    }
  }
}
