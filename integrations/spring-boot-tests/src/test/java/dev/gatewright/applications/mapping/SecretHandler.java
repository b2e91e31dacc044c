package dev.gatewright.applications.mapping;

import dev.gatewright.applications.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.Controller;

/** Tells the secret in every manner in which Spring MVC calls a handler. */
public class SecretHandler implements HttpRequestHandler, View {
  public static final Method ANSWER = answerMethod();

  @ResponseBody
  public String answer() {
    return Secret.TEXT;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().write(Secret.TEXT);
  }

  @Override
  public String getContentType() {
    return "text/html";
  }

  @Override
  public void render(Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().write(Secret.TEXT);
  }

  private static Method answerMethod() {
    try {
      return SecretHandler.class.getMethod("answer");
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Of the older interface, which returns a view. */
  public static class SecretController implements Controller {
    @Override
    public ModelAndView handleRequest(HttpServletRequest request, HttpServletResponse response) {
      return new ModelAndView(new SecretHandler());
    }
  }
}
