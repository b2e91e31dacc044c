package dev.gatewright.applications.filter;

import dev.gatewright.Public;
import dev.gatewright.applications.Secret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers in the place of an endpoint that never runs. */
@Component
public class FormReadingFilter extends OncePerRequestFilter {
  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().endsWith("/internal")) {
      request.getParameter("page");
      response.getWriter().write(Secret.TEXT);
    } else {
      chain.doFilter(request, response);
    }
  }

  @RestController
  @Public(reason = "pages are for all")
  public static class Pages {
    @PostMapping("/pages/{page}")
    public String post(@RequestParam String text) {
      return text;
    }

    @PutMapping("/pages/{page}")
    public String put(@RequestParam String text) {
      return text;
    }
  }

  /** Is called by the container itself, without Spring MVC. */
  @Component("folders")
  @Public(reason = "folders are for all")
  public static class Folders extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
      // Is never called.
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) {
      // Is never called.
    }
  }
}
