package dev.gatewright.spring.advised;

import com.fasterxml.jackson.annotation.JsonView;
import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

@SpringBootApplication
public class AdvisedApplication {

  /** What was called, in order. */
  public static final List<String> CALLS = new CopyOnWriteArrayList<>();

  public interface Customer {}

  public interface Clerk extends Customer {}

  public record Note(
      @JsonView(Customer.class) String text, @JsonView(Clerk.class) @Nullable String role) {}

  @RestController
  @RequestMapping("/bodies")
  @Public(reason = "test")
  static class Bodies {

    @PostMapping("/note")
    @ValidatedInput(maxBodyBytes = 1_000, maxDepth = 4)
    String note(@RequestBody @Valid Note note) {
      return "read " + note;
    }

    @PostMapping("/optional")
    String optional(@RequestBody(required = false) Note note) {
      return "read " + note;
    }

    @PostMapping("/viewed")
    String viewed(@RequestBody @JsonView(Customer.class) Note note) {
      return "read " + note;
    }

    @PostMapping("/clerk")
    String clerk(@RequestBody @JsonView(Clerk.class) Note note) {
      return "read " + note;
    }

    @PostMapping(path = "/form", consumes = "application/x-www-form-urlencoded")
    String form(@RequestBody MultiValueMap<String, String> fields) {
      return "read " + fields.getFirst("v");
    }

    @PostMapping(
        path = "/text",
        consumes = {"text/plain", "application/json"})
    @ValidatedInput(maxBodyBytes = 1_000)
    String text(@RequestBody String text) {
      return "read " + text.length();
    }
  }

  /** Runs second. */
  @ControllerAdvice
  @Order(2)
  static class Marking extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
        MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
      return type == Note.class
          && AbstractJacksonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
        HttpInputMessage message,
        MethodParameter parameter,
        Type type,
        Class<? extends HttpMessageConverter<?>> converter) {
      CALLS.add("before 2");
      return message;
    }

    @Override
    public Object afterBodyRead(
        Object body,
        HttpInputMessage message,
        MethodParameter parameter,
        Type type,
        Class<? extends HttpMessageConverter<?>> converter) {
      CALLS.add("after 2");
      return body instanceof Note note ? new Note(note.text() + "!", note.role()) : body;
    }

    @Override
    public @Nullable Object handleEmptyBody(
        @Nullable Object body,
        HttpInputMessage message,
        MethodParameter parameter,
        Type type,
        Class<? extends HttpMessageConverter<?>> converter) {
      CALLS.add("empty 2");
      return parameter.getMethod() != null && parameter.getMethod().getName().equals("optional")
          ? new Note("none", null)
          : body;
    }
  }

  /** Runs first, and expands what is compressed. */
  @ControllerAdvice
  @Order(1)
  static class Expanding extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
        MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
      return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
        HttpInputMessage message,
        MethodParameter parameter,
        Type type,
        Class<? extends HttpMessageConverter<?>> converter)
        throws IOException {
      CALLS.add("before 1");
      return "gzip".equals(message.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING))
          ? new Expanded(message.getHeaders(), new GZIPInputStream(message.getBody()))
          : message;
    }

    private record Expanded(HttpHeaders headers, InputStream body) implements HttpInputMessage {

      @Override
      public HttpHeaders getHeaders() {
        return headers;
      }

      @Override
      public InputStream getBody() {
        return body;
      }
    }
  }

  /** Is for other controllers. */
  @ControllerAdvice("dev.gatewright.spring.bank")
  static class Elsewhere extends RequestBodyAdviceAdapter {

    @Override
    public boolean supports(
        MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
      throw new IllegalStateException("asked for a controller of another package");
    }
  }
}
