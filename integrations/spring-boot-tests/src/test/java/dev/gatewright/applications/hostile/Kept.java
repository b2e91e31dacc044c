package dev.gatewright.applications.hostile;

import dev.gatewright.Public;
import dev.gatewright.applications.vault.Keeper;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What guarded beans have answered is kept, and handed out without asking them again. */
@Configuration(proxyBeanMethods = false)
@EnableCaching
@Import(Keeper.class)
public class Kept {
  @Bean
  Reports reports(Keeper keeper) {
    return new Reports(keeper);
  }

  @Bean
  @Lazy
  Report report(Keeper keeper) {
    return new Report(keeper.tell());
  }

  public record Report(String text) {}

  /** Not annotated itself: the keeper is guarded. */
  public static class Reports {
    private final Keeper keeper;

    Reports(Keeper keeper) {
      this.keeper = keeper;
    }

    @Cacheable("reports")
    public String summary() {
      return "summary: " + keeper.tell();
    }
  }

  @RestController
  public static class Front {
    private final Reports reports;
    private final ObjectProvider<Report> report;

    public Front(Reports reports, ObjectProvider<Report> report) {
      this.reports = reports;
      this.report = report;
    }

    @GetMapping("/kept/cached")
    @Public(reason = "the keeper is guarded")
    public String cached() {
      return reports.summary();
    }

    @GetMapping("/kept/lazy")
    @Public(reason = "the keeper is guarded")
    public String lazy() {
      return report.getObject().text();
    }
  }
}
