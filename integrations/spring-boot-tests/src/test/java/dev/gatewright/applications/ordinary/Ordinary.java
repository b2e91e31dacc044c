package dev.gatewright.applications.ordinary;

import dev.gatewright.Public;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.view.AbstractView;
import org.springframework.web.servlet.view.RedirectView;

/** Endpoints that answer in each of the ways that Spring MVC knows. */
@Controller
public class Ordinary {
  public static final String TEXT = "as ordinary as can be";

  @GetMapping("/text")
  @Public(reason = "test")
  @ResponseBody
  @CrossOrigin("https://other.example")
  public String text() {
    return TEXT;
  }

  @GetMapping("/long")
  @Public(reason = "test")
  @ResponseBody
  public String longText() {
    return TEXT.repeat(500);
  }

  @GetMapping("/entity")
  @Public(reason = "test")
  public ResponseEntity<Map<String, String>> entity() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .eTag("v1")
        .header("X-Own", "1")
        .body(Map.of("text", TEXT));
  }

  @GetMapping("/no-content")
  @Public(reason = "test")
  public ResponseEntity<Void> noContent() {
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/callable")
  @Public(reason = "test")
  @ResponseBody
  public Callable<String> callable() {
    return () -> TEXT;
  }

  @GetMapping("/deferred")
  @Public(reason = "test")
  @ResponseBody
  public DeferredResult<String> deferred() {
    DeferredResult<String> result = new DeferredResult<>();
    new Thread(() -> result.setResult(TEXT)).start();
    return result;
  }

  @GetMapping("/streamed")
  @Public(reason = "test")
  public StreamingResponseBody streamed() {
    return out -> {
      out.write(TEXT.getBytes(StandardCharsets.US_ASCII));
      out.flush();
    };
  }

  @GetMapping("/emitted")
  @Public(reason = "test")
  public ResponseBodyEmitter emitted() {
    ResponseBodyEmitter emitter = new ResponseBodyEmitter();
    new Thread(() -> send(emitter)).start();
    return emitter;
  }

  @GetMapping("/events")
  @Public(reason = "test")
  public SseEmitter events() {
    SseEmitter emitter = new SseEmitter();
    new Thread(() -> send(emitter)).start();
    return emitter;
  }

  private static void send(ResponseBodyEmitter emitter) {
    try {
      emitter.send(TEXT);
      emitter.complete();
    } catch (IOException gone) {
      emitter.completeWithError(gone);
    }
  }

  @GetMapping("/redirect")
  @Public(reason = "test")
  public String redirect() {
    return "redirect:/text";
  }

  @GetMapping("/redirect-view")
  @Public(reason = "test")
  public View redirectView() {
    return new RedirectView("/text");
  }

  @GetMapping("/forward")
  @Public(reason = "test")
  public String forward() {
    return "forward:/text";
  }

  @GetMapping("/view")
  @Public(reason = "test")
  public ModelAndView view() {
    return new ModelAndView("page", Map.of("text", TEXT));
  }

  @GetMapping("/written")
  @Public(reason = "test")
  public void written(HttpServletResponse response) throws IOException {
    response.getOutputStream().write(TEXT.getBytes(StandardCharsets.US_ASCII));
    response.flushBuffer();
  }

  /** Writes as the container asks for more. */
  @GetMapping("/non-blocking")
  @Public(reason = "test")
  public void nonBlocking(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AsyncContext async = request.startAsync(request, response);
    ServletOutputStream out = response.getOutputStream();
    out.setWriteListener(
        new WriteListener() {
          private boolean written;

          @Override
          public void onWritePossible() throws IOException {
            while (out.isReady()) {
              if (written) {
                async.complete();
                return;
              }
              written = true;
              out.write(TEXT.getBytes(StandardCharsets.US_ASCII));
            }
          }

          @Override
          public void onError(Throwable failed) {
            async.complete();
          }
        });
  }

  @GetMapping("/failing")
  @Public(reason = "test")
  @ResponseBody
  public String failing() {
    throw new UnsupportedOperationException("nothing works");
  }

  @ExceptionHandler
  public ResponseEntity<String> failed(UnsupportedOperationException failure) {
    return ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED)
        .header(HttpHeaders.RETRY_AFTER, "1")
        .body(TEXT);
  }

  /** As Thymeleaf and its siblings have one. */
  public static class Views {
    @Bean
    View page() {
      return new Page();
    }
  }

  static class Page extends AbstractView {
    Page() {
      setContentType("text/html");
    }

    @Override
    protected void renderMergedOutputModel(
        Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType(getContentType());
      response.getWriter().write("<p>" + model.get("text"));
    }
  }
}
