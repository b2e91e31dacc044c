package dev.gatewright.spring.reading;

import java.beans.PropertyEditorSupport;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

@SpringBootApplication
public class ReadingApplication {

  /** A type of the application's own, with a converter. */
  public record Money(int cents) {}

  /** A type of the application's own, with a property editor. */
  public record Percent(int value) {}

  @Bean
  MoneyConverter moneyConverter() {
    return new MoneyConverter();
  }

  static final class MoneyConverter implements Converter<String, Money> {
    @Override
    public Money convert(String source) {
      return new Money(Integer.parseInt(source.replace("EUR ", "")) * 100);
    }
  }

  @ControllerAdvice
  static class Editors {

    @InitBinder
    void percent(WebDataBinder binder) {
      // As many applications have it: editors come before conversions.
      binder.registerCustomEditor(String.class, "note", new StringTrimmerEditor(false));
      binder.registerCustomEditor(
          Percent.class,
          new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
              setValue(new Percent(Integer.parseInt(text.replace(" %", ""))));
            }
          });
    }
  }
}
