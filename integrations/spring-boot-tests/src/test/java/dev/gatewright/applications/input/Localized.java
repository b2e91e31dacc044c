package dev.gatewright.applications.input;

import dev.gatewright.Public;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.NumberFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads what Spring reads as the language of the client has it. */
@RestController
@RequestMapping("/localized")
@Public(reason = "test")
public class Localized {

  public record Order(
      @NumberFormat(pattern = "#,##0.00") BigDecimal price,
      @DateTimeFormat(style = "S-") LocalDate day) {}

  public record Tongue(String language) {}

  /** Of the application's own, and so as before. */
  @Configuration(proxyBeanMethods = false)
  public static class Tongues {
    @Bean
    Formatter<Tongue> tongues() {
      return new TongueFormatter();
    }
  }

  public static final class TongueFormatter implements Formatter<Tongue> {
    @Override
    public Tongue parse(String text, Locale locale) {
      return new Tongue(locale.getLanguage());
    }

    @Override
    public String print(Tongue tongue, Locale locale) {
      return tongue.language();
    }
  }

  @GetMapping("/number")
  public String number(
      @RequestParam @NumberFormat(style = NumberFormat.Style.NUMBER) BigDecimal v, Locale locale) {
    return "read " + v + " " + locale;
  }

  @GetMapping("/pattern")
  public String pattern(@RequestParam @NumberFormat(pattern = "#,##0.00") BigDecimal v) {
    return "read " + v;
  }

  @GetMapping("/short")
  public String shortDay(@RequestParam @DateTimeFormat(style = "S-") LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/date")
  public String day(@RequestParam LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/time")
  public String time(@RequestParam LocalDateTime v) {
    return "read " + v;
  }

  @GetMapping("/month")
  public String month(@RequestParam @DateTimeFormat(pattern = "d MMM yyyy") LocalDate v) {
    return "read " + v;
  }

  @GetMapping("/header")
  public String header(@RequestHeader("X-V") @NumberFormat(pattern = "#,##0.00") BigDecimal v) {
    return "read " + v;
  }

  @GetMapping("/order")
  public String order(Order order) {
    return "read " + order;
  }

  @GetMapping("/own")
  public String own(@RequestParam Tongue v) {
    return "read " + v.language();
  }
}
