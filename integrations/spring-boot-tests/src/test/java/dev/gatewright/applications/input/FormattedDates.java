package dev.gatewright.applications.input;

import dev.gatewright.Public;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Takes dates in formats of the application's. */
@RestController
@Public(reason = "test")
public class FormattedDates {
  /** Bound to dates. */
  public record Bound(LocalDate date, List<LocalDate> dates) {}

  /** Sets formats. */
  public static class Formats implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
      DateTimeFormatterRegistrar registrar = new DateTimeFormatterRegistrar();
      registrar.setDateFormatter(DateTimeFormatter.ofPattern("dd.MM.yyyy"));
      registrar.setTimeFormatter(DateTimeFormatter.ofPattern("HH:mm[:ss]"));
      registrar.setDateTimeFormatter(DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm"));
      registrar.registerFormatters(registry);
    }
  }

  /** Reads dates in a way of its own. */
  public static class Reading implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
      registry.addConverter(String.class, LocalDate.class, Reading::read);
    }

    private static LocalDate read(String text) {
      return text.equals("leap") ? LocalDate.of(2024, 2, 29) : LocalDate.parse(text);
    }
  }

  @GetMapping("/date")
  public String date(@RequestParam LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/dates")
  public String dates(@RequestParam List<LocalDate> v) {
    return "read " + v;
  }

  @GetMapping("/array")
  public String array(@RequestParam LocalDate[] v) {
    return "read " + Arrays.toString(v);
  }

  @GetMapping("/optional")
  public String optional(@RequestParam Optional<LocalDate> v) {
    return "read " + v;
  }

  @GetMapping("/in-path/{v}")
  public String inPath(@PathVariable LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/header")
  public String header(@RequestHeader List<LocalDate> v) {
    return "read " + v;
  }

  @GetMapping("/bound")
  public String bound(Bound v) {
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

  @GetMapping("/legacy")
  public String legacy(@RequestParam Date v) {
    return "read " + new SimpleDateFormat("yyyy-MM-dd", Locale.ROOT).format(v);
  }

  @GetMapping("/month")
  public String month(@RequestParam YearMonth v) {
    return "read " + v;
  }

  @GetMapping("/pattern")
  public String pattern(@RequestParam @DateTimeFormat(pattern = "yyyy/MM/dd") LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/patterns")
  public String patterns(
      @RequestParam @DateTimeFormat(pattern = "yyyy/MM/dd", fallbackPatterns = "dd-MM-yyyy")
          LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/iso")
  public String iso(
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) OffsetDateTime v) {
    return "read " + v;
  }

  @GetMapping("/style")
  public String style(@RequestParam @DateTimeFormat(style = "M-") LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/annotated")
  public String annotated(@RequestParam @DateTimeFormat LocalDateTime v) {
    return "read " + v;
  }
}
