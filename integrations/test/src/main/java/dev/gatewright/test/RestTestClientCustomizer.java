package dev.gatewright.test;

import org.springframework.boot.resttestclient.autoconfigure.RestTestClientBuilderCustomizer;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Sends the requests of Spring Boot's RestTestClient with the credential of the test's caller,
 * unless they carry another.
 */
record RestTestClientCustomizer(TestCallers callers, MintedCallers minted)
    implements RestTestClientBuilderCustomizer {

  @Override
  public void customize(RestTestClient.Builder<?> builder) {
    builder.requestInterceptor(
        (request, body, execution) -> {
          Credential credential = callers.current();
          if (credential != null
              && minted.places().stream()
                  .noneMatch(place -> request.getHeaders().containsHeader(place.header()))) {
            request.getHeaders().set(credential.header(), credential.value());
          }
          return execution.execute(request, body);
        });
  }
}
