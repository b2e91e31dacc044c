package dev.gatewright.applications.input;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonView;
import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Bodies of a view that take other names besides. */
@RestController
@Public(reason = "only reads")
@ValidatedInput
public class Extended {
  public interface ForAll {}

  public interface ForOffice extends ForAll {}

  public static class Member {
    @JsonView(ForAll.class)
    public String name = "";

    @JsonView(ForOffice.class)
    public String office = "";

    private final Map<String, Object> more = new TreeMap<>();

    @JsonAnySetter
    public void add(String name, Object value) {
      more.put(name, value);
    }
  }

  public static class Guest {
    private final Map<String, Object> more = new TreeMap<>();

    @JsonCreator
    public Guest(
        @JsonProperty("name") @JsonView(ForAll.class) @Nullable String name,
        @JsonProperty("office") @JsonView(ForOffice.class) @Nullable String office) {}

    @JsonAnySetter
    public void add(String name, Object value) {
      more.put(name, value);
    }
  }

  @PostMapping("/member")
  public String join(@JsonView(ForAll.class) @RequestBody Member member) {
    return "read " + member.more;
  }

  @PostMapping("/guest")
  public String visit(@JsonView(ForAll.class) @RequestBody Guest guest) {
    return "read " + guest.more;
  }
}
