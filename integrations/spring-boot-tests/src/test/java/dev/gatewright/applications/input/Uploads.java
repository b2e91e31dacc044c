package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes uploaded files in each of the ways that Spring MVC knows. */
@RestController
@Public(reason = "test")
@ValidatedInput(maxBodyBytes = 10_000)
public class Uploads {

  @PostMapping("/param/file")
  public String file(@RequestParam MultipartFile v) {
    return "read " + v.getSize();
  }

  @PostMapping("/param/list")
  public String list(@RequestParam List<MultipartFile> v) {
    return "read " + v.size();
  }

  @PostMapping("/param/collection")
  public String collection(@RequestParam Collection<MultipartFile> v) {
    return "read " + v.size();
  }

  @PostMapping("/param/array")
  public String array(@RequestParam MultipartFile[] v) {
    return "read " + v.length;
  }

  @PostMapping("/param/part")
  public String part(@RequestParam Part v) {
    return "read " + v.getSize();
  }

  @PostMapping("/param/parts")
  public String parts(@RequestParam List<Part> v) {
    return "read " + v.size();
  }

  @PostMapping("/param/part-array")
  public String partArray(@RequestParam Part[] v) {
    return "read " + v.length;
  }

  @PostMapping("/param/optional")
  public String optional(@RequestParam Optional<MultipartFile> v) {
    return "read " + v.map(MultipartFile::getSize).orElse(0L);
  }

  @PostMapping("/param/optional-list")
  public String optionalList(@RequestParam Optional<List<MultipartFile>> v) {
    return "read " + v.map(List::size).orElse(0);
  }

  @PostMapping("/param/optional-part")
  public String optionalPart(@RequestParam Optional<Part> v) {
    return "read " + v.map(Part::getSize).orElse(0L);
  }

  @PostMapping("/param/map")
  public String map(@RequestParam Map<String, MultipartFile> v) {
    return "read " + v.size();
  }

  @PostMapping("/param/multi-map")
  public String multiMap(@RequestParam MultiValueMap<String, MultipartFile> v) {
    return "read " + v.values().stream().mapToInt(List::size).sum();
  }

  @PostMapping("/param/part-map")
  public String partMap(@RequestParam MultiValueMap<String, Part> v) {
    return "read " + v.values().stream().mapToInt(List::size).sum();
  }

  @PostMapping("/bare/file")
  public String bare(MultipartFile v) {
    return "read " + v.getSize();
  }

  @PostMapping("/bare/list")
  public String bareList(List<MultipartFile> v) {
    return "read " + v.size();
  }

  @PostMapping("/bare/request")
  public String request(MultipartHttpServletRequest request) {
    return "read " + request.getFiles("v").size();
  }

  @PostMapping("/bare/parts")
  public String ofServlet(HttpServletRequest request) throws Exception {
    return "read " + request.getParts().size();
  }

  @PostMapping("/part/file")
  public String partFile(@RequestPart MultipartFile v) {
    return "read " + v.getSize();
  }

  @PostMapping("/part/list")
  public String partList(@RequestPart List<MultipartFile> v) {
    return "read " + v.size();
  }

  @PostMapping("/part/array")
  public String partFiles(@RequestPart MultipartFile[] v) {
    return "read " + v.length;
  }

  @PostMapping("/part/parts")
  public String partParts(@RequestPart List<Part> v) {
    return "read " + v.size();
  }

  @PostMapping("/part/optional")
  public String partOptional(@RequestPart Optional<MultipartFile> v) {
    return "read " + v.map(MultipartFile::getSize).orElse(0L);
  }

  @PostMapping("/part/optional-list")
  public String partOptionalList(@RequestPart Optional<List<MultipartFile>> v) {
    return "read " + v.map(List::size).orElse(0);
  }

  @RequestMapping(
      path = "/field",
      method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH})
  public String field(@RequestParam String name) {
    return "read " + name;
  }

  @PostMapping(path = "/text", consumes = "text/plain")
  @ValidatedInput
  public String text(@RequestBody String text) {
    return "read " + text.length();
  }

  @PostMapping("/form/record")
  public String ofRecord(@ModelAttribute Form form) {
    return "read " + form.v().size();
  }

  @PostMapping("/form/array")
  public String ofBean(@ModelAttribute Bean form) {
    return "read " + form.v.length;
  }

  @PostMapping("/form/one")
  public String one(@ModelAttribute One form) {
    return "read " + form.v().getSize();
  }

  @PostMapping("/form/optional")
  public String optional(@ModelAttribute Maybe form) {
    return "read " + form.v().map(MultipartFile::getSize).orElse(0L);
  }

  @PostMapping("/form/set")
  public String set(@ModelAttribute Several form) {
    return "read " + form.v().size();
  }

  public record Form(List<MultipartFile> v, String text) {}

  public record One(MultipartFile v) {}

  public record Maybe(Optional<MultipartFile> v) {}

  public record Several(Set<MultipartFile> v) {}

  /** As forms are bound to since long ago. */
  public static class Bean {
    private MultipartFile[] v = new MultipartFile[0];

    public MultipartFile[] getV() {
      return v;
    }

    public void setV(MultipartFile[] v) {
      this.v = v;
    }
  }
}
