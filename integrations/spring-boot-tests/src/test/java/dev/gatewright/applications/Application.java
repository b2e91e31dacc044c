package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.gatewright.applications.base.AutoConfigured;
import dev.gatewright.spring.startup.StartUpException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** An application that is about to start, for real, on a port of its own. */
final class Application {
  private final List<Class<?>> sources = new ArrayList<>(List.of(AutoConfigured.class));
  private final Set<Library> libraries = EnumSet.of(Library.MVC);
  private final List<String> exemptions = new ArrayList<>();
  private final List<String> excluded = new ArrayList<>();
  private final List<String> properties = new ArrayList<>(Tokens.properties());
  private final List<String> arguments = new ArrayList<>();

  private Application(Class<?>... sources) {
    this.sources.addAll(List.of(sources));
  }

  static Application of(Class<?>... sources) {
    return new Application(sources);
  }

  Application using(Library... wanted) {
    libraries.addAll(List.of(wanted));
    return this;
  }

  Application exempting(String... names) {
    exemptions.addAll(List.of(names));
    return this;
  }

  /** Its server is Jetty, not Tomcat. */
  Application onJetty() {
    String tomcat = "org.springframework.boot.tomcat.autoconfigure.";
    return using(Library.JETTY)
        .excluding(tomcat + "servlet.TomcatServletWebServerAutoConfiguration")
        .excluding(tomcat + "actuate.web.server.TomcatServletManagementContextAutoConfiguration");
  }

  Application excluding(String autoConfiguration) {
    excluded.add(autoConfiguration);
    return this;
  }

  Application with(String... set) {
    properties.addAll(List.of(set));
    return this;
  }

  /** Knows no credential but those that further properties say. */
  Application acceptingNoTokens() {
    properties.removeAll(Tokens.properties());
    return this;
  }

  /** Also where these tests set something else. */
  Application insisting(String... set) {
    for (String each : set) {
      arguments.add("--" + each);
    }
    return this;
  }

  RunningApplication start() {
    // Class paths are scanned as this thread sees them.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(sources.get(sources.size() - 1).getClassLoader());
    try {
      return new RunningApplication(builder().run(arguments.toArray(String[]::new)));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  SpringApplicationBuilder builder() {
    return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
        .properties(allProperties().toArray(String[]::new))
        .properties("logging.level.root=off");
  }

  /** As it is told to a JVM's main method, or to {@code SpringApplicationBuilder.properties}. */
  List<String> allProperties() {
    List<String> all = new ArrayList<>(properties);
    all.add("server.port=0");
    all.add("spring.main.banner-mode=off");
    all.add("spring.jmx.enabled=false");
    all.add("spring.data.jpa.repositories.bootstrap-mode=default");
    all.add("spring.jpa.open-in-view=false");
    all.add("spring.datasource.generate-unique-name=true");
    if (!libraries.contains(Library.OPENAPI)) {
      all.add("springdoc.api-docs.enabled=false");
      all.add("springdoc.swagger-ui.enabled=false");
    }
    all.add("gatewright.transport.https=required-except-loopback");
    all.add(
        String.join(
            ",", List.of(Library.allBut(List.copyOf(libraries)), String.join(",", excluded))));
    if (!exemptions.isEmpty()) {
      all.add("gatewright.exemptions=" + String.join(",", exemptions));
    }
    return all;
  }

  /** Starts it and expects that it does not. */
  StartUpException refused() {
    return refusalIn(catchThrowable(() -> start().close()));
  }

  static StartUpException refusalIn(Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof StartUpException)) {
      cause = cause.getCause();
    }
    assertThat(cause).as("refusal of the start in %s", thrown).isNotNull();
    return (StartUpException) cause;
  }
}
