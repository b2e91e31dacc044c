package dev.gatewright.test;

import jakarta.servlet.Filter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcConfigurer;
import org.springframework.web.context.WebApplicationContext;

/**
 * Sends the requests of a MockMvc by HTTPS and with the credential of the test's caller, unless
 * they carry another.
 */
final class CallerMockMvcConfigurer implements MockMvcConfigurer {
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
    return CallerMockMvcConfigurer::send;
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
