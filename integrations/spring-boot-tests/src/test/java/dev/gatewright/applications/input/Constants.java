package dev.gatewright.applications.input;

import dev.gatewright.Public;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes types that have public constants. */
@RestController
@Public(reason = "test")
public class Constants {
  /** An enum with another name for a constant. */
  public enum Role {
    USER,
    ADMIN;

    public static final Role DEFAULT = ADMIN;
  }

  /** A type that a converter of the application reads, and refuses. */
  public record Tenant(String name) {
    public static final Tenant SYSTEM = new Tenant("system");

    /** Reads tenants of clients. */
    public static class Reading implements Converter<String, Tenant> {
      @Override
      public Tenant convert(String text) {
        if (!text.startsWith("t-")) {
          throw new IllegalArgumentException("no tenant");
        }
        return new Tenant(text);
      }
    }
  }

  /** A type that nothing makes of text. */
  public static final class Level {
    public static final Level TOP = new Level();

    private Level() {}

    @Override
    public String toString() {
      return "level";
    }
  }

  /** Has constants and is bound, too. */
  public static class Account {
    public static final Account ROOT = new Account();

    private String name = "new";

    public static Account valueOf(String text) {
      if (text.equals("ROOT")) {
        throw new IllegalArgumentException("no account");
      }
      Account account = new Account();
      account.name = text;
      return account;
    }

    public void setName(String name) {
      this.name = name;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** Is bound by setters. */
  public static class Form {
    private @Nullable LocalDate date;
    private @Nullable Role role;
    private @Nullable Enum<?> any;
    private @Nullable Level level;
    private char mark = '-';
    private List<LocalDate> dates = List.of();
    private Map<Role, Integer> counts = new HashMap<>();

    public void setDate(LocalDate date) {
      this.date = date;
    }

    public void setRole(Role role) {
      this.role = role;
    }

    public void setAny(Enum<?> any) {
      this.any = any;
    }

    public void setLevel(Level level) {
      this.level = level;
    }

    public void setMark(char mark) {
      this.mark = mark;
    }

    public List<LocalDate> getDates() {
      return dates;
    }

    public void setDates(List<LocalDate> dates) {
      this.dates = dates;
    }

    public Map<Role, Integer> getCounts() {
      return counts;
    }

    public void setCounts(Map<Role, Integer> counts) {
      this.counts = counts;
    }

    @Override
    public String toString() {
      return "" + date + role + any + level + mark + dates + counts;
    }
  }

  /** Is bound by its constructor. */
  public record Made(@Nullable LocalDate date, @Nullable Role role, @Nullable Character mark) {}

  @ModelAttribute("day")
  public LocalDate day(@RequestParam(required = false) @Nullable LocalDate day) {
    return day == null ? LocalDate.EPOCH : day;
  }

  @GetMapping("/day")
  public String model(@ModelAttribute("day") LocalDate day) {
    return "read " + day;
  }

  @GetMapping("/date")
  public String date(@RequestParam LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/optional")
  public String optional(@RequestParam Optional<LocalDate> v) {
    return "read " + v.orElseThrow();
  }

  @GetMapping("/dates")
  public String dates(@RequestParam List<LocalDate> v) {
    return "read " + v;
  }

  @GetMapping("/array")
  public String array(@RequestParam LocalDate[] v) {
    return "read " + Arrays.toString(v);
  }

  @GetMapping("/role")
  public String role(@RequestParam Role v) {
    return "read " + v;
  }

  @GetMapping("/roles")
  public String roles(@RequestParam Set<Role> v) {
    return "read " + v;
  }

  @GetMapping("/tenant")
  public String tenant(@RequestParam Tenant v) {
    return "read " + v.name();
  }

  @GetMapping("/level")
  public String level(@RequestParam Level v) {
    return "read " + v;
  }

  @GetMapping("/levels")
  public String levels(@RequestParam List<Level> v) {
    return "read " + v;
  }

  @GetMapping("/char")
  public String character(@RequestParam char v) {
    return "read " + (int) v;
  }

  @GetMapping("/bytes")
  public String bytes(@RequestParam byte[] v) {
    return "read " + v.length;
  }

  @GetMapping("/span")
  public String span(@RequestParam Duration v) {
    return "read " + v;
  }

  @GetMapping("/simple")
  public String simple(
      @RequestParam @DurationFormat(style = DurationFormat.Style.SIMPLE) Duration v) {
    return "read " + v;
  }

  @GetMapping("/period")
  public String period(@RequestParam Period v) {
    return "read " + v;
  }

  @GetMapping("/path/{v}")
  public String path(@PathVariable LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/header")
  public String header(@RequestHeader LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/cookie")
  public String cookie(@CookieValue LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/form")
  public String form(Form form) {
    return "read " + form;
  }

  @GetMapping("/made")
  public String made(Made made) {
    return "read " + made;
  }

  @GetMapping("/account")
  public String account(Account account) {
    return "read " + account;
  }

  @GetMapping("/account/{account}")
  public String accountOfPath(Account account) {
    return "read " + account;
  }
}
