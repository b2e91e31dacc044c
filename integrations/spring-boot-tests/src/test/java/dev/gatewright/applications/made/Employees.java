package dev.gatewright.applications.made;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.gatewright.Public;
import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/** Annotated objects behind types that say nothing of them. */
public final class Employees {
  private Employees() {}

  /** Tells its salary to personnel only. */
  public static class Employee implements Person {
    @Override
    public String getName() {
      return "Ann";
    }

    @Secured(roles = "personnel")
    public String getSalary() {
      return Secret.TEXT;
    }
  }

  /** Is what signatures name. */
  public interface Person {
    String getName();
  }

  /** Has its value from elsewhere. */
  public record Wrapped(@JsonValue Object value) {}

  /** Is read by the name of a subtype. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  public interface Command {
    String run();
  }

  /** A subtype that only configuration names. */
  public static class Wipe implements Command {
    @Override
    @Secured(roles = "personnel")
    public String run() {
      return Secret.TEXT;
    }
  }

  /** Another, without annotations. */
  public static class Greet implements Command {
    @Override
    public String run() {
      return "hello";
    }
  }

  @RestController
  public static class Office {
    @GetMapping("/any")
    @Public(reason = "test")
    public ResponseEntity<?> any() {
      return ResponseEntity.ok(new Employee());
    }

    @GetMapping("/map")
    @Public(reason = "test")
    public Map<String, Object> map() {
      return Map.of("employee", new Employee());
    }

    @GetMapping("/list")
    @Public(reason = "test")
    public List<?> list() {
      return List.of(new Employee());
    }

    @GetMapping("/person")
    @Public(reason = "test")
    public Person person() {
      return new Employee();
    }

    @GetMapping("/wrapped")
    @Public(reason = "test")
    public Wrapped wrapped() {
      return new Wrapped(new Employee());
    }

    @GetMapping("/events")
    @Public(reason = "test")
    public SseEmitter events() throws IOException {
      SseEmitter emitter = new SseEmitter();
      emitter.send(new Employee());
      emitter.complete();
      return emitter;
    }

    @GetMapping("/failing")
    @Public(reason = "test")
    public String failing() {
      throw new IllegalStateException("test");
    }

    @ExceptionHandler(IllegalStateException.class)
    public ResponseEntity<Object> failed() {
      return ResponseEntity.status(409).body(new Employee());
    }

    @PostMapping("/command")
    @Public(reason = "test")
    public String command(@RequestBody Command command) {
      return command.run();
    }

    @GetMapping("/none")
    @Public(reason = "test")
    public Map<String, Object> none() {
      return Map.of("name", "Ann");
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class Subtypes {
    @Bean
    JsonMapperBuilderCustomizer subtypes() {
      return builder ->
          builder.registerSubtypes(
              new NamedType(Wipe.class, "wipe"), new NamedType(Greet.class, "greet"));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class OwnMapper {
    @Bean
    JsonMapper mapper() {
      return JsonMapper.builder()
          .registerSubtypes(new NamedType(Wipe.class, "wipe"), new NamedType(Greet.class, "greet"))
          .build();
    }
  }
}
