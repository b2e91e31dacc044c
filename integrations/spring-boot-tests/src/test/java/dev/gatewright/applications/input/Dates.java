package dev.gatewright.applications.input;

import dev.gatewright.Public;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes dates of each type, and elements. */
@RestController
@Public(reason = "test")
@ValidatedInput
public class Dates {
  public record Item(@NotBlank String name) {}

  @GetMapping("/date")
  public String date(@RequestParam LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/dates")
  public String dates(@RequestParam List<LocalDate> v) {
    return "read " + v;
  }

  @GetMapping("/time")
  public String time(@RequestParam LocalTime v) {
    return "read " + v;
  }

  @GetMapping("/date-time")
  public String dateTime(@RequestParam LocalDateTime v) {
    return "read " + v;
  }

  @GetMapping("/instant")
  public String instant(@RequestParam Instant v) {
    return "read " + v;
  }

  @GetMapping("/offset")
  public String offset(@RequestParam OffsetDateTime v) {
    return "read " + v;
  }

  @GetMapping("/month")
  public String month(@RequestParam Month v) {
    return "read " + v;
  }

  @GetMapping("/year")
  public String year(@RequestParam Year v) {
    return "read " + v;
  }

  @GetMapping("/legacy")
  public String legacy(@RequestParam Date v) {
    return "read " + v.toInstant();
  }

  @GetMapping("/pattern")
  public String pattern(@RequestParam @DateTimeFormat(pattern = "dd.MM.yyyy") Date v) {
    return "read " + v.toInstant();
  }

  @GetMapping("/iso")
  public String iso(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Date v) {
    return "read " + v.toInstant();
  }

  @GetMapping("/timestamp")
  public String timestamp(@RequestParam Timestamp v) {
    return "read " + v;
  }

  @GetMapping("/sql")
  public String sql(@RequestParam java.sql.Date v) {
    return "read " + v;
  }

  @PostMapping("/items")
  public String items(@RequestBody List<@Valid Item> v) {
    return "read " + v;
  }

  @PostMapping("/named")
  public String named(@RequestBody Map<String, @Valid Item> v) {
    return "read " + v;
  }
}
