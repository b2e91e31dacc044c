package dev.gatewright.applications.undecided;

import dev.gatewright.Secured;
import dev.gatewright.applications.Secret;
import dev.gatewright.runtime.Gate;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Adopts Gatewright one endpoint after the other: Spring Security protects what is not decided yet,
 * and Gatewright what is.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  Adopting.Ledger.class,
  Adopting.Journal.class,
  Adopting.Invoices.class,
  Adopting.Rates.class,
  Adopting.Archive.class
})
public class Adopting {

  /** Paths that Spring Security has handed over. */
  private static final Set<String> DECIDED =
      Set.of("/ledger/entries", "/journal/open", "/invoices/paid", "/prices/latest");

  /** What a client may send. */
  public static class Document {
    private String text = "";

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }
  }

  /** A guard that is a subclass. */
  @RestController
  public static class Ledger {
    @GetMapping("/ledger/entries")
    @Secured(roles = "keeper")
    public String entries() {
      return Secret.TEXT;
    }

    @GetMapping("/ledger/totals")
    public String totals() {
      return Secret.TEXT;
    }

    /** As lenient with JSON as Spring MVC is. */
    @PostMapping("/ledger/notes")
    public String note(@RequestBody Document note) {
      return Secret.TEXT + " " + note.getText();
    }

    /** Nothing maps it, so it is not listed. */
    public String helper() {
      return Secret.TEXT;
    }
  }

  /** An interface has the mappings, for generic parameters. */
  public interface JournalApi<T> {
    @GetMapping("/journal/open")
    @Secured(roles = "keeper")
    String open(@RequestParam T page);

    @GetMapping("/journal/closed")
    String closed(@RequestParam T page);
  }

  /** Implements it. */
  @RestController
  public static class Journal implements JournalApi<String> {
    @Override
    public String open(String page) {
      return Secret.TEXT;
    }

    @Override
    public String closed(String page) {
      return Secret.TEXT;
    }
  }

  /** A superclass has a mapping. */
  public static class Documents<T extends Document> {
    @PostMapping("/invoices")
    public String create(@RequestBody T document) {
      return Secret.TEXT;
    }
  }

  /** Inherits it. */
  @RestController
  public static class Invoices extends Documents<Document> {
    @GetMapping("/invoices/paid")
    @Secured(roles = "keeper")
    public String paid() {
      return Secret.TEXT;
    }
  }

  /** No guard could extend it. */
  @RestController
  public record Rates() {
    @GetMapping("/rates")
    public String list() {
      return Secret.TEXT;
    }
  }

  /** Nor this one. */
  @RestController
  public static final class Archive {
    @GetMapping("/archive")
    public String read() {
      return Secret.TEXT;
    }

    public String helper() {
      return Secret.TEXT;
    }
  }

  /** A guard that hands calls on. */
  @RestController
  public interface Prices {
    @GetMapping("/prices/latest")
    @Secured(roles = "keeper")
    String latest();

    @GetMapping("/prices/history")
    String history();
  }

  /** What it hands them on to. */
  public static class MarketPrices implements Prices {
    @Override
    public String latest() {
      return Secret.TEXT;
    }

    @Override
    public String history() {
      return Secret.TEXT;
    }
  }

  @Bean
  Prices prices(Gate gate) {
    return new Adopting_PricesGuard(new MarketPrices(), gate);
  }

  @Bean
  Filter chain() {
    BasicAuthenticationEntryPoint basic = new BasicAuthenticationEntryPoint();
    basic.setRealmName("undecided");
    return new FilterChainProxy(
        new DefaultSecurityFilterChain(
            request -> !DECIDED.contains(request.getServletPath()),
            List.of(
                new BasicAuthenticationFilter(Adopting::authenticate, basic),
                new AnonymousAuthenticationFilter("key"),
                new ExceptionTranslationFilter(basic),
                new AuthorizationFilter(AuthenticatedAuthorizationManager.authenticated()))));
  }

  private static Authentication authenticate(Authentication given) {
    if (!"reader".equals(given.getName()) || !"open-sesame".equals(given.getCredentials())) {
      throw new BadCredentialsException("unknown");
    }
    return new TestingAuthenticationToken("reader", "", "ROLE_USER");
  }
}
