package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.document.DocumentedApplication;
import dev.gatewright.applications.vault.Vault;
import org.junit.jupiter.api.Test;

/** Tools that many applications have beside their endpoints, and the exemptions that they need. */
class ToolsIT {
  private static final String[] SPRINGDOC = {
    "org.springdoc.webmvc.api.OpenApiWebMvcResource",
    "org.springdoc.webmvc.ui.SwaggerConfigResource",
    "org.springdoc.webmvc.ui.SwaggerWelcomeWebMvc",
    "org.springdoc.webmvc.ui.SwaggerResourceResolver",
    "org.springdoc.webmvc.ui.SwaggerIndexPageTransformer"
  };

  private static ChildJvm documented(String... exemptions) {
    return ChildJvm.withoutDataRest(
        DocumentedApplication.class,
        Application.of().using(Library.OPENAPI).exempting(exemptions).allProperties());
  }

  private static Application withConsole() {
    return Application.of(Vault.class)
        .using(Library.H2_CONSOLE)
        .with("spring.h2.console.enabled=true");
  }

  @Test
  void openApiDocumentsThatAreNotExemptStopTheStart() {
    try (ChildJvm jvm = documented()) {
      assertThat(jvm.awaitEndOr("Started DocumentedApplication"))
          .contains("org.springdoc.webmvc.", "gatewright.exemptions")
          .doesNotContain("Started DocumentedApplication");
    }
  }

  @Test
  void openApiDocumentsThatAreExemptDescribeGuardedEndpoints() {
    try (ChildJvm jvm = documented(SPRINGDOC)) {
      int port = jvm.portAfter("Tomcat started on port ");
      Answer document = get(port, "/v3/api-docs");
      assertThat(document.status()).as(document.text()).isEqualTo(200);
      assertThat(document.text()).contains("\"openapi\"", "/vault");
      assertThat(get(port, "/swagger-ui/index.html").status()).isEqualTo(200);
      assertThat(get(port, "/swagger-ui.html").status()).isEqualTo(302);
      get(port, "/vault").isClosedWith(401);
    }
  }

  private static Answer get(int port, String path) {
    return RunningApplication.send(
        port, "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
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
