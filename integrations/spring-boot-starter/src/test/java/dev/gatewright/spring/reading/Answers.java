package dev.gatewright.spring.reading;

import dev.gatewright.Public;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Does work, and answers in every way that there is. */
@RestController
@RequestMapping("/answers")
@Public(reason = "test")
public class Answers {

  /** What is answered with. */
  public record Key(String value) {}

  /** How much was done. */
  public static final AtomicInteger WORK = new AtomicInteger();

  private static Key work() {
    WORK.incrementAndGet();
    return new Key("k");
  }

  @GetMapping("/record")
  Key ofRecord() {
    return work();
  }

  @GetMapping("/entity")
  ResponseEntity<Key> ofEntity() {
    return ResponseEntity.status(HttpStatus.CREATED).body(work());
  }

  @GetMapping("/list")
  List<Key> ofList() {
    return List.of(work());
  }

  @GetMapping("/map")
  Map<String, Key> ofMap() {
    return Map.of("k", work());
  }

  @GetMapping("/optional")
  Optional<Key> ofOptional() {
    return Optional.of(work());
  }

  @GetMapping("/number")
  int ofNumber() {
    work();
    return 1;
  }

  @GetMapping("/callable")
  Callable<Key> ofCallable() {
    return Answers::work;
  }

  @GetMapping("/future")
  CompletableFuture<ResponseEntity<Key>> ofFuture() {
    return CompletableFuture.completedFuture(ResponseEntity.ok(work()));
  }

  @GetMapping("/deferred")
  DeferredResult<Key> ofDeferred() {
    DeferredResult<Key> result = new DeferredResult<>();
    result.setResult(work());
    return result;
  }

  @GetMapping(path = "/produces", produces = "application/pdf")
  byte[] ofPdf() {
    work();
    return new byte[] {1};
  }

  @GetMapping("/text")
  String ofText() {
    work();
    return "text";
  }

  @GetMapping("/bytes")
  byte[] ofBytes() {
    work();
    return new byte[] {1};
  }

  @GetMapping("/resource")
  Resource ofResource() {
    work();
    return new ByteArrayResource("r".getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/nothing")
  void ofNothing() {
    work();
  }

  @GetMapping("/no-content")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void ofNoContent() {
    work();
  }

  @GetMapping("/empty-entity")
  ResponseEntity<Void> ofEmptyEntity() {
    work();
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/object")
  Object ofObject() {
    work();
    return "text";
  }

  @GetMapping("/wildcard")
  ResponseEntity<?> ofWildcard() {
    work();
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("text");
  }

  @PostMapping("/posted-object")
  Object ofPostedObject() {
    return work();
  }

  @PostMapping("/posted-wildcard")
  ResponseEntity<?> ofPostedWildcard() {
    return ResponseEntity.ok(work());
  }

  @PutMapping("/put-raw")
  @SuppressWarnings("rawtypes")
  ResponseEntity ofPutRaw() {
    return ResponseEntity.ok(work());
  }

  @PostMapping("/posted-later")
  Callable<?> ofPostedLater() {
    return Answers::work;
  }

  @PostMapping("/posted-text")
  ResponseEntity<?> ofPostedText() {
    work();
    return ResponseEntity.ok("text");
  }

  @PostMapping("/posted-nothing")
  ResponseEntity<Void> ofPostedNothing() {
    work();
    return ResponseEntity.noContent().build();
  }

  @PostMapping(path = "/posted-image", produces = MediaType.ALL_VALUE)
  ResponseEntity<?> ofPostedImage() {
    work();
    return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(new byte[] {1});
  }

  @GetMapping(path = "/set-by-itself", produces = MediaType.ALL_VALUE)
  ResponseEntity<Key> ofSetByItself() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(work());
  }

  @GetMapping("/declared-no-content")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Nullable Key ofDeclaredNoContent() {
    work();
    return null;
  }

  @GetMapping("/problem")
  ProblemDetail ofProblem() {
    work();
    return ProblemDetail.forStatus(HttpStatus.CONFLICT);
  }

  @GetMapping("/stream")
  StreamingResponseBody ofStream() {
    work();
    return out -> out.write(1);
  }

  @GetMapping("/events")
  SseEmitter ofEvents() throws IOException {
    work();
    SseEmitter emitter = new SseEmitter();
    emitter.send("event");
    emitter.complete();
    return emitter;
  }

  @GetMapping("/response")
  Key ofResponse(HttpServletResponse response) {
    response.setContentType("application/json");
    return work();
  }
}
