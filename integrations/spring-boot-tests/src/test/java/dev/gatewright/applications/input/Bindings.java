package dev.gatewright.applications.input;

import dev.gatewright.Public;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestResponseBodyMethodProcessor;

/** Other ways than an endpoint's parameters by which a request is read before it. */
public final class Bindings {
  private Bindings() {}

  public record Note(String text, int count) {}

  /** A bean with properties that are named as headers are. */
  public static class Order {
    private String text = "";
    private boolean admin;

    public void setText(String text) {
      this.text = text;
    }

    public void setAdmin(boolean admin) {
      this.admin = admin;
    }

    @Override
    public String toString() {
      return text + admin;
    }
  }

  public record Search(String text, Boolean admin) {}

  /** A bean of any type. */
  public static class Box<T> {
    private T value;

    public T getValue() {
      return value;
    }

    public void setValue(T value) {
      this.value = value;
    }
  }

  public static class TextBox extends Box<String> {}

  @RestController
  @Public(reason = "test")
  public static class Endpoints {
    @ModelAttribute
    public void own(@RequestParam(required = false) Integer page, Model model) {
      model.addAttribute("page", String.valueOf(page));
    }

    @GetMapping("/model")
    public String model(Model model) {
      return "read " + model.getAttribute("page") + model.getAttribute("size");
    }

    @GetMapping("/bean")
    public String bean(Order order) {
      return "read " + order;
    }

    @GetMapping("/record")
    public String record(Search search) {
      return "read " + search;
    }

    @GetMapping("/items/{id}")
    public String item(@ModelAttribute Ids ids) {
      return "read " + ids.getId();
    }

    @GetMapping("/box")
    public String box(TextBox box) {
      return "read " + box.getValue();
    }

    @GetMapping("/generic")
    public String generic(Box<String> box) {
      return "read " + box.getValue();
    }

    @GetMapping("/header")
    public String header(@RequestHeader("X-V") String v) {
      return "read " + v;
    }

    @GetMapping("/headers")
    public String headers(@RequestHeader Map<String, String> headers) {
      return "read " + new TreeMap<>(headers).get("x-v");
    }

    @GetMapping("/all-headers")
    public String allHeaders(@RequestHeader HttpHeaders headers) {
      return "read " + headers.get("x-v");
    }

    @GetMapping("/list")
    public String list(@RequestParam List<Integer> i) {
      return "read " + i;
    }

    @GetMapping("/set")
    public String set(@RequestParam Set<Integer> i) {
      return "read " + i;
    }

    @PostMapping("/files")
    public String files(@RequestParam Map<String, MultipartFile> files) {
      return "read " + files.size();
    }

    @PostMapping("/part")
    public String part(@RequestPart("v") String text) {
      return "read " + text;
    }

    @PostMapping("/bytes")
    public String bytes(@RequestPart("v") byte[] bytes) {
      return "read " + bytes.length;
    }

    @PostMapping("/parts")
    public String parts(@RequestPart("v") List<MultipartFile> files) {
      return "read " + files.size();
    }
  }

  /** Is bound to a part of the path. */
  public static class Ids {
    private List<Integer> id = List.of();

    public List<Integer> getId() {
      return id;
    }

    public void setId(List<Integer> id) {
      this.id = id;
    }
  }

  @ControllerAdvice
  public static class Advice {
    @ModelAttribute("size")
    public String size(@RequestParam(required = false) Integer size) {
      return String.valueOf(size);
    }

    @InitBinder
    public void binder(WebDataBinder binder, @RequestParam(required = false) Integer width) {}
  }

  @RestController
  @Public(reason = "test")
  public static class Plain {
    @GetMapping("/plain")
    public String plain() {
      return "read";
    }
  }

  @ControllerAdvice
  public static class BodyAdvice {
    @ModelAttribute("note")
    public Note note(@Valid @RequestBody Note note) {
      return note;
    }
  }

  @ControllerAdvice
  public static class EntityAdvice {
    @ModelAttribute("note")
    public Note note(HttpEntity<Note> note) {
      return note.getBody();
    }
  }

  @RestController
  @Public(reason = "test")
  public static class BodyInModel {
    @ModelAttribute("note")
    public Note note(@RequestBody Note note) {
      return note;
    }

    @PostMapping("/plain")
    public String plain() {
      return "read";
    }
  }

  @RestController
  @Public(reason = "test")
  public static class Constrained {
    @ModelAttribute("text")
    public String text(@RequestParam @Size(max = 3) String text) {
      return text;
    }

    @GetMapping("/plain")
    public String plain() {
      return "read";
    }
  }

  @RestController
  @Public(reason = "test")
  public static class OwnResolver {
    @PostMapping("/own")
    public String own(Note note) {
      return "read " + note;
    }
  }

  /** Reads bodies as Spring does, without its annotation. */
  @Configuration(proxyBeanMethods = false)
  public static class Resolvers implements WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
      resolvers.add(new NoteResolver(List.of(new JacksonJsonHttpMessageConverter())));
    }
  }

  private static final class NoteResolver extends RequestResponseBodyMethodProcessor {
    NoteResolver(List<HttpMessageConverter<?>> converters) {
      super(converters);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Note.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        ModelAndViewContainer container,
        NativeWebRequest request,
        WebDataBinderFactory binders)
        throws Exception {
      return readWithMessageConverters(request, parameter, Note.class);
    }
  }
}
