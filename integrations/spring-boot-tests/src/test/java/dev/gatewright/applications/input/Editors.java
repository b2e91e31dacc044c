package dev.gatewright.applications.input;

import dev.gatewright.Public;
import java.beans.PropertyEditorSupport;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes types that Spring has property editors for. */
@RestController
@Public(reason = "test")
public class Editors {
  /** Bound to properties of such types. */
  public record Bound(@Nullable Path path, @Nullable List<Resource> resources) {}

  /** Read by an editor of the application's, which Spring finds by its name. */
  public record Colour(String name, boolean dark) {}

  /** Reads colours. */
  public static class ColourEditor extends PropertyEditorSupport {
    @Override
    public void setAsText(String text) {
      setValue(new Colour("#" + text, false));
    }
  }

  @GetMapping("/path")
  public String path(@RequestParam Path v) {
    return "read " + v;
  }

  @GetMapping("/plain-path")
  public String plainPath(Path v) {
    return "read " + v;
  }

  @GetMapping("/paths")
  public String paths(@RequestParam List<Path> v) {
    return "read " + v;
  }

  @GetMapping("/optional-path")
  public String optionalPath(@RequestParam Optional<Path> v) {
    return "read " + v;
  }

  @GetMapping("/in-path/{v}")
  public String inPath(@PathVariable Class<?> v) {
    return "read " + v;
  }

  @GetMapping("/header")
  public String header(@RequestHeader Resource v) {
    return "read " + v;
  }

  @GetMapping("/cookie")
  public String cookie(@CookieValue Resource v) {
    return "read " + v;
  }

  @GetMapping("/resource")
  public String resource(@RequestParam Resource v) {
    return "read " + v;
  }

  @GetMapping("/resource-list")
  public String resourceList(@RequestParam List<Resource> v) {
    return "read " + v;
  }

  @GetMapping("/class-set")
  public String classSet(@RequestParam Set<Class<?>> v) {
    return "read " + v;
  }

  @GetMapping("/resources")
  public String resources(@RequestParam Resource[] v) {
    return "read " + Arrays.toString(v);
  }

  @GetMapping("/stream")
  public String stream(@RequestParam InputStream v) {
    return "read " + v;
  }

  @GetMapping("/reader")
  public String reader(@RequestParam Reader v) {
    return "read " + v;
  }

  @GetMapping("/class")
  public String type(@RequestParam Class<?> v) {
    return "read " + v;
  }

  @GetMapping("/classes")
  public String types(@RequestParam Class<?>[] v) {
    return "read " + Arrays.toString(v);
  }

  @GetMapping("/bound")
  public String bound(Bound bound) {
    return "read " + bound;
  }

  @GetMapping("/many")
  public String many(
      @RequestParam URI uri,
      @RequestParam File file,
      @RequestParam Charset charset,
      @RequestParam Locale locale,
      @RequestParam Currency currency,
      @RequestParam Pattern pattern) {
    return "read " + List.of(uri, file, charset, locale, currency, pattern);
  }

  @GetMapping("/colour")
  public String colour(@RequestParam Colour v) {
    return "read " + v.name();
  }

  @GetMapping("/colours")
  public String colours(@RequestParam List<Colour> v) {
    return "read " + v;
  }

  @GetMapping("/bytes")
  public String bytes(@RequestParam byte[] v) {
    return "read " + Arrays.toString(v);
  }

  @GetMapping("/characters")
  public String characters(@RequestParam char[] v) {
    return "read " + Arrays.toString(v);
  }

  @GetMapping("/optional")
  public String optional(@RequestParam Optional<char[]> v) {
    return "read " + v.map(Arrays::toString);
  }

  @GetMapping("/keys")
  public String keys(Keys keys) {
    return "read " + keys.paths.size();
  }

  /** Keys of a map are read as well. */
  public static class Keys {
    private Map<Path, String> paths = Map.of();

    public Map<Path, String> getPaths() {
      return paths;
    }

    public void setPaths(Map<Path, String> paths) {
      this.paths = paths;
    }
  }
}
