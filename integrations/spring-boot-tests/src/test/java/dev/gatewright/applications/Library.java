package dev.gatewright.applications;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

/**
 * Libraries that configure themselves where they are on the class path. All of them are, so each
 * application says which it wants.
 */
enum Library {
  ACTUATOR("actuate.", "autoconfigure.availability.", "health.", "micrometer."),
  ASPECTJ("autoconfigure.aop."),
  CACHE("cache."),
  DATA_REST("data.rest.", "hateoas."),
  GRAPHQL("graphql."),
  H2_CONSOLE("h2console.", "jdbc.", "sql."),
  JERSEY("jersey."),
  /** In the place of Tomcat, see {@link Application#onJetty}. */
  JETTY("jetty."),
  JPA(
      "autoconfigure.persistence.",
      "data.jpa.",
      "hibernate.",
      "jdbc.",
      "jpa.",
      "persistence.",
      "sql.",
      "transaction."),
  MVC(
      "autoconfigure.context.",
      "autoconfigure.ssl.",
      "autoconfigure.task.",
      "autoconfigure.web.",
      "http.converter.",
      "jackson.autoconfigure.",
      "servlet.",
      "tomcat.",
      "web.server.",
      "webmvc."),
  /** Is not Spring Boot's: switched by its own properties. */
  OPENAPI("jackson."),
  REACTIVE(
      "autoconfigure.context.", "http.codec.", "jackson.autoconfigure.", "reactor.", "webflux."),
  RSOCKET("rsocket.", "reactor.", "jackson.autoconfigure."),
  /** Spring's validation of methods, which stands around beans. */
  VALIDATION("validation."),
  WEBSOCKET("websocket.");

  private final String names;

  Library(String... packages) {
    this.names = "org\\.springframework\\.boot\\.(" + String.join("|", packages) + ").*";
  }

  /** The property that leaves out what none of the libraries brings, and nothing of Gatewright. */
  static String allBut(List<Library> wanted) {
    List<String> unwanted = new ArrayList<>();
    for (String candidate :
        ImportCandidates.load(AutoConfiguration.class, Library.class.getClassLoader())) {
      if (candidate.startsWith("org.springframework.boot.")
          && wanted.stream().noneMatch(library -> library.brings(candidate))) {
        unwanted.add(candidate);
      }
    }
    return "spring.autoconfigure.exclude=" + String.join(",", unwanted);
  }

  private boolean brings(String autoConfiguration) {
    return autoConfiguration.matches(names);
  }
}
