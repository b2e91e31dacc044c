package dev.gatewright.applications.container;

import dev.gatewright.applications.vault.Keeper;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.authentication.AnonymousAuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.util.MethodInvoker;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.filter.CompositeFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Beans of Spring's own that keep what the application hands over. */
public final class SpringHolders {
  private SpringHolders() {}

  static final class Holding
      implements Converter<String, Integer>,
          HandlerInterceptor,
          Filter,
          ClientHttpRequestInterceptor {
    private final Keeper keeper;

    Holding(Keeper keeper) {
      this.keeper = keeper;
    }

    @Override
    public Integer convert(String text) {
      return keeper.tell().length();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      request.setAttribute("told", keeper.tell());
      chain.doFilter(request, response);
    }

    @Override
    public ClientHttpResponse intercept(
        HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
      return execution.execute(request, body);
    }
  }

  /** Is annotated itself, by what it inherits. */
  static class KeepingConverter extends Keeper implements Converter<String, Integer> {
    @Override
    public Integer convert(String text) {
      return tell().length();
    }
  }

  static class KeepingUsers extends Keeper implements UserDetailsService {
    @Override
    public UserDetails loadUserByUsername(String name) {
      return User.withUsername(name).password(tell()).build();
    }
  }

  static final class OwnInvoker extends MethodInvoker {
    OwnInvoker() {
      setTargetObject(new Keeper());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InConverter implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
      registry.addConverter(new Holding(new Keeper()));
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class AsConverter implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
      registry.addConverter(new KeepingConverter());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InFunction implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
      Keeper keeper = new Keeper();
      registry.addConverter(String.class, Integer.class, text -> keeper.tell().length());
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InInterceptor implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
      registry.addInterceptor(new Holding(new Keeper())).addPathPatterns("/some/**");
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InCompositeFilter {
    @Bean
    CompositeFilter holder() {
      CompositeFilter all = new CompositeFilter();
      all.setFilters(List.of(new Holding(new Keeper())));
      return all;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InClient {
    @Bean
    RestTemplate holder() {
      RestTemplate client = new RestTemplate();
      client.setInterceptors(List.of(new Holding(new Keeper())));
      return client;
    }
  }

  @Configuration(proxyBeanMethods = false)
  public static class InSuperclass {
    @Bean
    OwnInvoker holder() {
      return new OwnInvoker();
    }
  }

  /** As deep as log-ins of Spring Security are. */
  @Configuration(proxyBeanMethods = false)
  public static class InSecurityFilterChain {
    @Bean
    DefaultSecurityFilterChain holder() {
      return new DefaultSecurityFilterChain(
          AnyRequestMatcher.INSTANCE,
          new UsernamePasswordAuthenticationFilter(
              new ProviderManager(
                  List.of(new AnonymousAuthenticationProvider("key")),
                  new ProviderManager(new DaoAuthenticationProvider(new KeepingUsers())))));
    }
  }
}
