package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.AskedLater;
import dev.gatewright.applications.input.AskedServices;
import dev.gatewright.applications.input.MappedServices;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guarded services that implement what describes a client, or that an interface stands for. */
class MappedServicesIT {
  private static final String USER = "Authorization: Bearer " + Tokens.withRole("user");

  private static RunningApplication services(Class<?>... services) {
    List<Class<?>> all =
        new ArrayList<>(
            List.of(
                AskedServices.Accounts.class,
                AskedServices.OwnsAccount.class,
                AskedLater.Edits.class));
    all.addAll(List.of(services));
    return Application.of(all.toArray(Class<?>[]::new)).start();
  }

  /** As with a service that bears no mapping. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        AskedServices.WithPolicy.class,
        MappedServices.OfClient.class,
        MappedServices.OfExchange.class,
        MappedServices.ByInterface.class,
        MappedServices.ByClass.class
      })
  void anObjectThatAServiceIsAskedAboutIsNotBound(Class<?> service) {
    Attempt.of(() -> services(service))
        .isRefusedOr(
            running -> {
              Requests.form(running, "POST", "/accounts/2", "address=changed", USER);
              assertThat(
                      running
                          .context()
                          .getBean(AskedServices.Accounts.class)
                          .find("2")
                          .getAddress())
                  .isEqualTo("home");
            });
  }
}
