package dev.gatewright.applications.servlet;

import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;

/** Servlets of which one method takes less than another. */
@Configuration(proxyBeanMethods = false)
public class FormServlets {

  /** Takes as little as its type says, whatever {@code service} does. */
  @Component("bounded-by-type")
  @Public(reason = "only bounded")
  @ValidatedInput(maxBodyBytes = 100)
  public static class ByType extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write("read " + request.getInputStream().readAllBytes().length);
    }
  }

  @Component("bounded-by-method")
  @Public(reason = "only bounded")
  public static class ByMethod extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      response.setHeader("X-Served", "yes");
      super.service(request, response);
    }

    @Override
    @ValidatedInput(maxBodyBytes = 100)
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write("read " + request.getInputStream().readAllBytes().length);
    }
  }

  @Component("put")
  @Public(reason = "only bounded")
  @ValidatedInput(maxBodyBytes = 100)
  public static class Puts extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write("read " + request.getParameter("name").length());
    }
  }

  @Component("/put-handler")
  @Public(reason = "only bounded")
  @ValidatedInput(maxBodyBytes = 100)
  public static class PutHandler implements HttpRequestHandler {
    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write("read " + request.getParameter("name").length());
    }
  }

  @Component("secured")
  @Secured(roles = "keeper")
  public static class SecuredPuts extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write("read " + request.getParameter("name").length());
    }
  }

  /** Anybody may call it, but not each of its methods. */
  @Component("secured-by-method")
  @Public(reason = "only secured by method")
  public static class SecuredByMethod extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      response.setHeader("X-Served", "yes");
      super.service(request, response);
    }

    @Override
    @Secured(roles = "keeper")
    protected void doPut(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write("read " + request.getParameter("name").length());
    }
  }

  @Component("/secured-handler")
  @Secured(roles = "keeper")
  public static class SecuredHandler implements HttpRequestHandler {
    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write("read " + request.getParameter("name").length());
    }
  }
}
