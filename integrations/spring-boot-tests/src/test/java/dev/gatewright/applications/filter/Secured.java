package dev.gatewright.applications.filter;

import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.ObservationFilterChainDecorator;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.ui.DefaultLoginPageGeneratingFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** Spring Security as its own configuration puts it together: log-in, log-out and a filter. */
public final class Secured {
  private Secured() {}

  @Configuration(proxyBeanMethods = false)
  public static class Plain {
    @Bean
    Filter chain() {
      return proxy();
    }
  }

  /** As where an actuator brings a registry of observations. */
  @Configuration(proxyBeanMethods = false)
  public static class Observed {
    @Bean
    Filter chain() {
      ObservationRegistry registry = ObservationRegistry.create();
      registry.observationConfig().observationHandler(context -> true);
      FilterChainProxy proxy = proxy();
      proxy.setFilterChainDecorator(new ObservationFilterChainDecorator(registry));
      return proxy;
    }
  }

  private static FilterChainProxy proxy() {
    HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    DefaultLoginPageGeneratingFilter page = new DefaultLoginPageGeneratingFilter();
    page.setLoginPageUrl("/login");
    page.setFormLoginEnabled(true);
    page.setUsernameParameter("username");
    page.setPasswordParameter("password");
    page.setAuthenticationUrl("/login");
    page.setResolveHiddenInputs(request -> Map.of());
    UsernamePasswordAuthenticationFilter logIn =
        new UsernamePasswordAuthenticationFilter(
            given -> new TestingAuthenticationToken(given.getName(), "", "ROLE_USER"));
    logIn.setSecurityContextRepository(sessions);
    return new FilterChainProxy(
        new DefaultSecurityFilterChain(
            AnyRequestMatcher.INSTANCE,
            List.of(
                new SecurityContextHolderFilter(sessions),
                new LogoutFilter("/login?logout", new SecurityContextLogoutHandler()),
                logIn,
                page,
                new AnsweringFilter(),
                new AnonymousAuthenticationFilter("key"),
                new ExceptionTranslationFilter(new LoginUrlAuthenticationEntryPoint("/login")),
                new AuthorizationFilter(AuthenticatedAuthorizationManager.authenticated()))));
  }
}
