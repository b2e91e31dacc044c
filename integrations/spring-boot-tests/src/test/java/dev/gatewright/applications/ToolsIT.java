package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.vault.Vault;
import org.junit.jupiter.api.Test;

/** Tools that many applications have beside their endpoints, and the exemptions that they need. */
class ToolsIT {
  private static final String[] SPRINGDOC = {
    "org.springdoc.webmvc.api.OpenApiWebMvcResource",
    "org.springdoc.webmvc.ui.SwaggerConfigResource",
    "org.springdoc.webmvc.ui.SwaggerWelcomeWebMvc"
  };

  private static Application documented() {
    return Application.of(Vault.class)
        .using(Library.OPENAPI)
        .with("springdoc.enable-hateoas=false");
  }

  private static Application withConsole() {
    return Application.of(Vault.class)
        .using(Library.H2_CONSOLE)
        .with("spring.h2.console.enabled=true");
  }

  @Test
  void openApiDocumentsThatAreNotExemptStopTheStart() {
    assertThat(documented().refused())
        .hasMessageContaining("org.springdoc.webmvc.")
        .hasMessageContaining("gatewright.exemptions");
  }

  @Test
  void openApiDocumentsThatAreExemptDescribeGuardedEndpoints() {
    try (RunningApplication running = documented().exempting(SPRINGDOC).start()) {
      Answer document = running.get("/v3/api-docs");
      assertThat(document.status()).isEqualTo(200);
      assertThat(document.text()).contains("\"openapi\"", "/vault");
      assertThat(running.get("/swagger-ui/index.html").status()).isEqualTo(200);
      assertThat(running.get("/swagger-ui.html").status()).isEqualTo(302);
      running.get("/vault").isClosedWith(401);
    }
  }

  @Test
  void theConsoleOfADatabaseThatIsNotExemptStopsTheStart() {
    assertThat(withConsole().refused())
        .hasMessageContaining("org.h2.server.web.JakartaWebServlet")
        .hasMessageContaining("gatewright.exemptions");
  }

  @Test
  void theConsoleOfADatabaseThatIsExemptAnswers() {
    try (RunningApplication running =
        withConsole().exempting("org.h2.server.web.JakartaWebServlet").start()) {
      Answer console = running.get("/h2-console/");
      assertThat(console.status()).isEqualTo(200);
      assertThat(console.text()).contains("H2 Console");
      running.get("/vault").isClosedWith(401);
    }
  }
}
