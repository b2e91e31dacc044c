package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GraphQL controllers, which Spring for GraphQL calls by its own route. */
class GraphQlIT {
  private static final String CONTROLLER =
      """
      package graph;
      import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
      import org.springframework.context.annotation.Bean;
      import org.springframework.core.io.ByteArrayResource;
      import org.springframework.graphql.data.method.annotation.QueryMapping;
      import org.springframework.stereotype.Controller;
      @Controller
      %s
      public class Graph {
        @QueryMapping public String secret() { return "%s"; }
        @Bean static GraphQlSourceBuilderCustomizer schema() {
          return builder -> builder.schemaResources(
              new ByteArrayResource("type Query { secret: String }".getBytes()));
        }
      }
      """;
  private static final String QUERY = "{\"query\":\"{secret}\"}";

  private static Application graph(String annotation) {
    return Application.of(
            WithoutProcessor.compile("graph.Graph", CONTROLLER.formatted(annotation, Secret.TEXT)))
        .using(Library.GRAPHQL);
  }

  private static Answer ask(RunningApplication running) {
    return running.send(
        "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: "
            + QUERY.length()
            + "\r\n\r\n"
            + QUERY);
  }

  @Test
  void graphQlThatIsNotExemptStopsTheStart() {
    assertThat(graph("").refused()).hasMessageContaining("gatewright.exemptions");
  }

  @Test
  void graphQlThatIsExemptAnswers() {
    try (RunningApplication running =
        graph("").exempting("graphQlRouterFunction", "graph.Graph").start()) {
      ask(running).isTheSecret();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"@dev.gatewright.Secured", "@dev.gatewright.Public(reason=\"test\")"})
  void aSecuredControllerIsNotCalledRawByAnExemptGraphQl(String annotation) {
    assertThat(graph(annotation).exempting("graphQlRouterFunction").refused())
        .hasMessageContaining("graph.Graph");
  }
}
