package dev.gatewright.applications.answer;

import com.fasterxml.jackson.annotation.JsonView;
import dev.gatewright.Public;
import dev.gatewright.applications.Secret;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers of which only a part is shown. */
@RestController
@Public(reason = "only a part is shown")
public class Views {
  public interface Shown {}

  public interface Hidden extends Shown {}

  public static class Thing {
    @JsonView(Shown.class)
    public String name = "thing";

    @JsonView(Hidden.class)
    public String more = Secret.TEXT;
  }

  @GetMapping("/views/plain")
  @JsonView(Shown.class)
  public Thing plain() {
    return new Thing();
  }

  @GetMapping("/views/entity")
  @JsonView(Shown.class)
  public ResponseEntity<Thing> entity() {
    return ResponseEntity.ok(new Thing());
  }
}
