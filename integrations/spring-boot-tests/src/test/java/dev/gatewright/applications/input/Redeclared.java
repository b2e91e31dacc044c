package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Several declarations of one method, each of which says something of its parameters. */
public final class Redeclared {
  private Redeclared() {}

  public record Item(@NotBlank String name) {}

  /** As a client uses it, too. */
  @HttpExchange
  public interface Client {
    @PostExchange("/exchange")
    String post(@RequestBody Item item);
  }

  @RestController
  @Public(reason = "test")
  @ValidatedInput
  public static class ByExchange implements Client {
    @Override
    public String post(@Valid @RequestBody Item item) {
      return "read " + item.name();
    }
  }

  public interface Handler<C> {
    String handle(C command);
  }

  @RestController
  @Public(reason = "test")
  @ValidatedInput
  public static class ByHandler implements Handler<Item> {
    @Override
    @PostMapping("/handler")
    public String handle(@Valid @RequestBody Item command) {
      return "read " + command.name();
    }
  }

  public interface Brief {
    String find(@Size(max = 3) String name);
  }

  public interface Lower {
    String find(@Pattern(regexp = "[a-z]*") String name);
  }

  @Service
  @Public(reason = "test")
  @ValidatedInput
  public static class ByTwo implements Brief, Lower {
    @Override
    public String find(String name) {
      return "read " + name;
    }
  }

  public static class Base {
    public String find(@Size(max = 3) String name) {
      return "read " + name;
    }
  }

  @Service
  @Public(reason = "test")
  @ValidatedInput
  public static class ByBase extends Base implements Lower {
    @Override
    public String find(String name) {
      return super.find(name);
    }
  }

  public interface Bounded {
    String count(@Max(10) int count);
  }

  @Service
  @Public(reason = "test")
  @ValidatedInput
  public static class ByStricter implements Bounded {
    @Override
    public String count(@Min(1) int count) {
      return "read " + count;
    }
  }

  @RestController
  @Public(reason = "test")
  public static class Endpoints {
    private final ByTwo two;
    private final ByBase base;
    private final ByStricter stricter;

    public Endpoints(ByTwo two, ByBase base, ByStricter stricter) {
      this.two = two;
      this.base = base;
      this.stricter = stricter;
    }

    @GetMapping("/two")
    public String two(@RequestParam String name) {
      return two.find(name);
    }

    @GetMapping("/base")
    public String base(@RequestParam String name) {
      return base.find(name);
    }

    @GetMapping("/stricter")
    public String stricter(@RequestParam int count) {
      return stricter.count(count);
    }
  }
}
