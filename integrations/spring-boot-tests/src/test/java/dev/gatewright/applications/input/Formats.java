package dev.gatewright.applications.input;

import dev.gatewright.Public;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that take other formats than JSON. */
public final class Formats {
  private Formats() {}

  public record Note(String text, int count) {}

  @RestController
  @Public(reason = "test")
  public static class Cbor {
    @PostMapping(path = "/note", consumes = "application/cbor")
    public String note(@RequestBody Note note) {
      return "read " + note;
    }
  }

  @RestController
  @Public(reason = "test")
  public static class JsonAndCbor {
    @PostMapping(
        path = "/note",
        consumes = {"application/json", "application/cbor"})
    public String note(@RequestBody Note note) {
      return "read " + note;
    }
  }

  @RestController
  @Public(reason = "test")
  public static class AnyApplicationType {
    @PostMapping(path = "/note", consumes = "application/*")
    public String note(@RequestBody Map<String, Object> note) {
      return "read " + note;
    }
  }

  @RestController
  @Public(reason = "test")
  public static class AnythingButText {
    @PostMapping(path = "/note", consumes = "!text/plain")
    public String note(@RequestBody Note note) {
      return "read " + note;
    }
  }

  @RestController
  @Public(reason = "test")
  public static class OwnFormat {
    @PostMapping(path = "/note", consumes = "text/x-note")
    public String note(@RequestBody Note note) {
      return "read " + note;
    }
  }

  /** What is handed over as it is. */
  @RestController
  @Public(reason = "test")
  public static class Raw {
    @PostMapping(path = "/bytes", consumes = "application/*")
    public String bytes(@RequestBody byte[] bytes) {
      return "read " + bytes.length;
    }

    @PostMapping(path = "/text", consumes = "text/*")
    public String text(@RequestBody String text) {
      return "read " + text;
    }

    @PostMapping(path = "/form", consumes = "application/x-www-form-urlencoded")
    public String form(@RequestBody MultiValueMap<String, String> form) {
      return "read " + form.getFirst("a");
    }

    @PostMapping("/json")
    public String json(@RequestBody Note note) {
      return "read " + note;
    }
  }

  /** The media type is found in a header's condition, so no annotation names it. */
  @RestController
  @Public(reason = "test")
  public static class ByHeader {
    @PostMapping(path = "/note", headers = "Content-Type=application/cbor")
    public String note(@RequestBody Note note) {
      return "read " + note;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class NoteConverter {
    @Bean
    HttpMessageConverter<Note> notes() {
      return new Notes();
    }
  }

  public static final class Notes extends AbstractHttpMessageConverter<Note> {
    public Notes() {
      super(MediaType.parseMediaType("text/x-note"));
    }

    @Override
    protected boolean supports(Class<?> type) {
      return type == Note.class;
    }

    @Override
    protected Note readInternal(Class<? extends Note> type, HttpInputMessage message)
        throws IOException {
      return new Note("own", message.getBody().readAllBytes().length);
    }

    @Override
    protected void writeInternal(Note note, HttpOutputMessage message) {
      throw new UnsupportedOperationException();
    }
  }
}
