package dev.gatewright.applications.servlet;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Endpoints that read a body themselves, and that no controller is. */
public final class Bounded {
  private Bounded() {}

  @Public(reason = "test")
  @ValidatedInput(maxBodyBytes = 200)
  public static class Reading extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
      String read =
          switch (request.getPathInfo()) {
            case "/stream" -> "" + request.getInputStream().readAllBytes().length;
            case "/reader" -> "" + request.getReader().readLine().length();
            case "/parameter" -> "" + request.getParameter("f").length();
            default -> "" + request.getPart("f").getSize();
          };
      response.getWriter().write("read " + read);
    }
  }

  @Public(reason = "test")
  @ValidatedInput(maxBodyBytes = 200)
  public static class Functions {
    public ServerResponse read(ServerRequest request) throws Exception {
      return ServerResponse.ok().body("read " + request.body(String.class).length());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Routes {
    @Bean
    ServletRegistrationBean<Reading> readingServlet(Reading servlet) {
      ServletRegistrationBean<Reading> registration =
          new ServletRegistrationBean<>(servlet, "/servlet/*");
      registration.setMultipartConfig(new MultipartConfigElement(""));
      return registration;
    }

    @Bean
    RouterFunction<ServerResponse> functions(Functions functions) {
      return RouterFunctions.route().POST("/function", functions::read).build();
    }
  }
}
