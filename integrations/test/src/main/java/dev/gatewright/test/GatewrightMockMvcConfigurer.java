package dev.gatewright.test;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcConfigurer;
import org.springframework.web.context.WebApplicationContext;

/**
 * Sets up a MockMvc that Spring Boot does not: puts the gate's filters into it, and sends its
 * requests by HTTPS and with the credential of the test's caller, unless they carry another. The
 * MockMvc of Spring Boot is set up so already.
 *
 * <pre>{@code MockMvcBuilders.webAppContextSetup(context).apply(gatewright()).build()}</pre>
 */
public final class GatewrightMockMvcConfigurer implements MockMvcConfigurer {
  private static final String GATEWRIGHTS = "dev.gatewright.spring.";

  private final boolean addsFilters;

  private GatewrightMockMvcConfigurer(boolean addsFilters) {
    this.addsFilters = addsFilters;
  }

  /** Returns what {@code apply(...)} takes, before filters of the application are added. */
  public static MockMvcConfigurer gatewright() {
    return new GatewrightMockMvcConfigurer(true);
  }

  /** Sets up a MockMvc that gets all filters of the application, the gate's among them. */
  static MockMvcConfigurer withoutFilters() {
    return new GatewrightMockMvcConfigurer(false);
  }

  @Override
  public void afterConfigurerAdded(ConfigurableMockMvcBuilder<?> builder) {
    Filter ownRequest =
        (request, response, chain) -> {
          Runnable back = TestBeans.of(request.getServletContext(), TestCallers.class).setAside();
          try {
            chain.doFilter(request, response);
          } finally {
            back.run();
          }
        };
    builder.addFilters(ownRequest);
  }

  @Override
  public RequestPostProcessor beforeMockMvcCreated(
      ConfigurableMockMvcBuilder<?> builder, WebApplicationContext context) {
    if (addsFilters) {
      for (Filter filter : filtersOf(context)) {
        builder.addFilters(filter);
      }
    }
    return GatewrightMockMvcConfigurer::send;
  }

  private static List<Filter> filtersOf(WebApplicationContext context) {
    List<FilterRegistrationBean<?>> registrations = new ArrayList<>();
    for (String name : context.getBeanNamesForType(FilterRegistrationBean.class)) {
      registrations.add((FilterRegistrationBean<?>) context.getBean(name));
    }
    return registrations.stream()
        .sorted(Comparator.comparingInt(FilterRegistrationBean::getOrder))
        .map(registration -> Objects.<Filter>requireNonNull(registration.getFilter()))
        .filter(filter -> filter.getClass().getName().startsWith(GATEWRIGHTS))
        .toList();
  }

  private static MockHttpServletRequest send(MockHttpServletRequest request) {
    request.setSecure(true);
    MintedCallers minted = TestBeans.of(request.getServletContext(), MintedCallers.class);
    Credential credential = TestBeans.of(request.getServletContext(), TestCallers.class).current();
    boolean carriesOne =
        minted.places().stream().anyMatch(place -> request.getHeader(place.header()) != null);
    if (credential != null && !carriesOne) {
      request.addHeader(credential.header(), credential.value());
    }
    return request;
  }
}
