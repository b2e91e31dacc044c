package dev.gatewright.spring.input;

import com.fasterxml.jackson.annotation.JsonView;
import dev.gatewright.spring.startup.StartUpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.NotReadablePropertyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.SmartHttpMessageConverter;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.servlet.mvc.method.annotation.JsonViewRequestBodyAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Runs the application's {@link RequestBodyAdvice} around bodies that are read strictly, in Spring
 * MVC's order and by its rules. {@link JsonView} is honoured without an advice. Thread-safe.
 */
public final class BodyAdvice {
  private final List<Object> all;
  private final List<Object> forRequests;

  private BodyAdvice(List<Object> all) {
    this.all = List.copyOf(all);
    this.forRequests = all.stream().filter(BodyAdvice::isForRequests).toList();
  }

  /** What the adapter has found and was given. Spring MVC shows it to nobody. */
  public static BodyAdvice of(RequestMappingHandlerAdapter adapter) {
    try {
      Object found = new DirectFieldAccessor(adapter).getPropertyValue("requestResponseBodyAdvice");
      return new BodyAdvice(found instanceof List<?> list ? new ArrayList<>(list) : List.of());
    } catch (NotReadablePropertyException changed) {
      throw new StartUpException(
          "This version of Spring MVC keeps its RequestBodyAdvice elsewhere, so guarded endpoints"
              + " would be read without it",
          "use the version of Spring Boot that this version of Gatewright was made for.");
    }
  }

  private static boolean isForRequests(Object advice) {
    Class<?> type =
        advice instanceof ControllerAdviceBean bean ? bean.getBeanType() : advice.getClass();
    return type != null
        && RequestBodyAdvice.class.isAssignableFrom(type)
        && !JsonViewRequestBodyAdvice.class.isAssignableFrom(type);
  }

  /** All of it, in order. */
  List<Object> all() {
    return all;
  }

  /** All of it, with one more at the end. */
  List<Object> followedBy(RequestBodyAdvice last) {
    List<Object> more = new ArrayList<>(all);
    more.add(last);
    return more;
  }

  /** What advices make of the bytes that were sent; at most one byte more than the bound. */
  byte[] beforeRead(BodyRead read, byte[] sent, int maxBytes) throws IOException {
    if (forRequests.isEmpty()) {
      return sent;
    }
    Class<? extends HttpMessageConverter<?>> converter = read.converterType();
    HttpInputMessage first = new Message(read.message().getHeaders(), sent);
    HttpInputMessage message = first;
    for (RequestBodyAdvice advice : matching(read)) {
      if (advice.supports(read.parameter(), read.type(), converter)) {
        message = advice.beforeBodyRead(message, read.parameter(), read.type(), converter);
      }
    }
    if (message == first) {
      return sent;
    }
    return message.getBody().readNBytes((int) Math.min(maxBytes + 1L, Integer.MAX_VALUE));
  }

  /** What advices make of a value that was read. */
  Object afterRead(BodyRead read, Object value) {
    if (forRequests.isEmpty()) {
      return value;
    }
    Class<? extends HttpMessageConverter<?>> converter = read.converterType();
    HttpInputMessage message = read.message();
    Object body = value;
    for (RequestBodyAdvice advice : matching(read)) {
      if (advice.supports(read.parameter(), read.type(), converter)) {
        body = advice.afterBodyRead(body, message, read.parameter(), read.type(), converter);
      }
    }
    return body;
  }

  /** What advices give where nothing was sent; mostly null. */
  @Nullable Object whenEmpty(BodyRead read) {
    if (forRequests.isEmpty()) {
      return null;
    }
    Class<? extends HttpMessageConverter<?>> converter = read.converterType();
    HttpInputMessage message = new Message(read.message().getHeaders(), new byte[0]);
    Object body = null;
    for (RequestBodyAdvice advice : matching(read)) {
      if (advice.supports(read.parameter(), read.type(), converter)) {
        body = advice.handleEmptyBody(body, message, read.parameter(), read.type(), converter);
      }
    }
    return body;
  }

  /** The view that the parameter, or an advice, names; null where none does. */
  @Nullable Class<?> view(BodyRead read) {
    JsonView annotated = read.parameter().getParameterAnnotation(JsonView.class);
    if (annotated != null) {
      return annotated.value()[0];
    }
    return forRequests.isEmpty() ? null : hintedView(read);
  }

  @SuppressWarnings("unchecked") // Looked at before.
  private @Nullable Class<?> hintedView(BodyRead read) {
    Class<? extends HttpMessageConverter<?>> converter = read.converterType();
    Class<?> view = null;
    if (SmartHttpMessageConverter.class.isAssignableFrom(converter)) {
      for (RequestBodyAdvice advice : matching(read)) {
        if (advice.supports(read.parameter(), read.type(), converter)) {
          Map<String, Object> hints =
              advice.determineReadHints(
                  read.parameter(),
                  read.type(),
                  (Class<? extends SmartHttpMessageConverter<?>>) (Class<?>) converter);
          if (hints != null && hints.get(JsonView.class.getName()) instanceof Class<?> hinted) {
            view = hinted;
          }
        }
      }
    }
    return view;
  }

  private List<RequestBodyAdvice> matching(BodyRead read) {
    List<RequestBodyAdvice> matching = new ArrayList<>();
    for (Object advice : forRequests) {
      if (advice instanceof ControllerAdviceBean bean) {
        if (bean.isApplicableToBeanType(read.parameter().getContainingClass())
            && bean.resolveBean() instanceof RequestBodyAdvice resolved) {
          matching.add(resolved);
        }
      } else if (advice instanceof RequestBodyAdvice itself) {
        matching.add(itself);
      }
    }
    return matching;
  }

  /** The body as the client sent it. */
  private static final class Message implements HttpInputMessage {
    private final HttpHeaders headers;
    private final byte[] sent;

    Message(HttpHeaders headers, byte[] sent) {
      this.headers = headers;
      this.sent = sent;
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(sent);
    }
  }
}
