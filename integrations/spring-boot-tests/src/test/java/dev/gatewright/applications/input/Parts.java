package dev.gatewright.applications.input;

import com.fasterxml.jackson.annotation.JsonView;
import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes parts of multipart bodies as objects. */
public final class Parts {
  private Parts() {}

  public record Pet(@NotBlank String name, @Positive int age) {}

  public interface Shown {}

  public interface Hidden {}

  public record Viewed(@JsonView(Shown.class) String name, @JsonView(Hidden.class) Integer age) {}

  @RestController
  @RequestMapping("/validated")
  @Public(reason = "test")
  @ValidatedInput(maxBodyBytes = 10_000, maxDepth = 4)
  public static class ValidatedParts {
    @PostMapping("/one")
    public String one(@RequestPart @Valid Pet pet, @RequestPart MultipartFile file) {
      return "read " + pet + file.getSize();
    }

    @PostMapping("/list")
    public String list(@RequestPart("pet") List<@Valid Pet> pets) {
      return "read " + pets;
    }

    @PostMapping("/optional")
    public String optional(@RequestPart("pet") Optional<@Valid Pet> given) {
      return "read " + given;
    }
  }

  @RestController
  @RequestMapping("/by-spring")
  @Public(reason = "test")
  public static class PartsBySpring {
    @PostMapping("/one")
    public String one(@RequestPart @Valid Pet pet, @RequestPart MultipartFile file) {
      return "read " + pet + file.getSize();
    }

    @PostMapping("/list")
    public String list(@RequestPart("pet") List<@Valid Pet> pets) {
      return "read " + pets;
    }

    @PostMapping("/optional")
    public String optional(@RequestPart(name = "pet", required = false) @Valid Pet given) {
      return "read " + Optional.ofNullable(given);
    }

    @PostMapping("/viewed")
    public String viewed(@RequestPart @JsonView(Shown.class) Viewed pet) {
      return "read " + pet;
    }
  }

  /** Reads JSON in a way of its own. */
  public static class PetConverter extends AbstractHttpMessageConverter<Pet> {
    public PetConverter() {
      super(MediaType.APPLICATION_JSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
      return type == Pet.class;
    }

    @Override
    protected Pet readInternal(Class<? extends Pet> type, HttpInputMessage message) {
      return new Pet("own", 1);
    }

    @Override
    protected void writeInternal(Pet pet, HttpOutputMessage message) {
      throw new UnsupportedOperationException();
    }
  }
}
