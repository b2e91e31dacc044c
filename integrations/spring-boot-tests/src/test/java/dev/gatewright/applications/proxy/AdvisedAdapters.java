package dev.gatewright.applications.proxy;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import dev.gatewright.runtime.caller.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An aspect that keeps what handlers have answered, around Spring's own adapter of them. */
public final class AdvisedAdapters {
  private AdvisedAdapters() {}

  public static class OwnsFile {
    public boolean permits(Caller caller, HttpServletRequest request) {
      return caller.subject().equals(request.getParameter("owner"));
    }
  }

  @Component("/file")
  public static class Files implements HttpRequestHandler {
    @Override
    @Secured(policies = OwnsFile.class)
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write(Secret.TEXT);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAspectJAutoProxy
  public static class Advised {}

  @Component
  @Aspect
  public static class Remembering {
    private final Map<String, byte[]> known = new ConcurrentHashMap<>();

    @Around(
        "execution(* org.springframework.web.servlet.mvc.HttpRequestHandlerAdapter.handle(..))"
            + " && args(request, response, handler)")
    public @Nullable Object handle(
        ProceedingJoinPoint call,
        HttpServletRequest request,
        HttpServletResponse response,
        Object handler)
        throws Throwable {
      String key = request.getRequestURI() + "?" + request.getQueryString();
      byte[] body = known.get(key);
      if (body != null) {
        response.getOutputStream().write(body);
        return null;
      }
      ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
      Object view = call.proceed(new Object[] {request, kept, handler});
      known.put(key, kept.getContentAsByteArray());
      kept.copyBodyToResponse();
      return view;
    }
  }
}
