package dev.gatewright.applications.scanned;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** Component scans that find guards beside what they guard. */
public final class Scans {
  private Scans() {}

  @Configuration(proxyBeanMethods = false)
  @ComponentScan(
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = UseCase.class))
  public static class ByType {}

  @Configuration(proxyBeanMethods = false)
  @ComponentScan(
      useDefaultFilters = false,
      includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Transfer.*"))
  public static class ByName {}

  /** All that bear the qualifier, by its name. */
  public record Checks(List<UseCase> all) {}

  @Configuration(proxyBeanMethods = false)
  @Import(Transfer.class)
  public static class Qualified {
    @Bean
    Checks checks(@Qualifier("fraud") List<UseCase> all) {
      return new Checks(all);
    }
  }
}
