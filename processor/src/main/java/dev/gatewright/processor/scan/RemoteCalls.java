package dev.gatewright.processor.scan;

import static dev.gatewright.processor.model.RefusedEntry.Kind.NO_ADAPTER;
import static dev.gatewright.processor.model.RefusedEntry.Kind.NO_REQUEST;

import dev.gatewright.processor.model.RefusedEntry;
import dev.gatewright.processor.scan.EntryRow.Place;
import dev.gatewright.processor.scan.EntryRow.When;
import java.util.List;

/**
 * The annotations and supertypes by which language models, HTTP servers of other kinds, functions
 * of clouds, message buses, workflow engines and shells reach methods.
 */
final class RemoteCalls {
  private static final String TO_CONTROLLER = "move what it does to a Spring MVC controller";
  private static final String TO_CLASS_OF_ITS_OWN =
      "move it to a class without Gatewright's annotations";

  private static final String MCP = "McpTool McpResource McpPrompt McpComplete";

  static final List<EntryRow> ROWS =
      List.of(
          method(
              "Spring AI",
              TO_CLASS_OF_ITS_OWN,
              "org.springframework.ai.tool.annotation Tool",
              "org.springframework.ai.mcp.annotation " + MCP,
              "org.springaicommunity.mcp.annotation " + MCP),
          method("LangChain4j", TO_CLASS_OF_ITS_OWN, "dev.langchain4j.agent.tool Tool"),
          method(
              "Armeria",
              TO_CONTROLLER,
              "com.linecorp.armeria.server.annotation Get Head Post Put Delete Options Patch Trace"
                  + " Path"),
          // Asked of the class itself, they are not found on its guard.
          type(
              "Spring Data REST",
              NO_ADAPTER,
              "org.springframework.data.rest.webmvc BasePathAwareController"
                  + " RepositoryRestController"),
          method("Quarkus", TO_CONTROLLER, "io.quarkus.vertx.web Route RouteFilter"),
          method(
              "Helidon",
              TO_CONTROLLER,
              "io.helidon.http Http.HttpMethod Http.GET Http.POST Http.PUT Http.DELETE Http.PATCH"
                  + " Http.HEAD Http.OPTIONS"),
          type("Helidon", NO_ADAPTER, "io.helidon.webserver.http RestServer.Endpoint"),
          method(
              "Jooby",
              TO_CONTROLLER,
              "io.jooby.annotation GET POST PUT DELETE PATCH HEAD OPTIONS TRACE CONNECT Path"),
          method("Struts", TO_CONTROLLER, "org.apache.struts2.convention.annotation Action"),
          type("Struts", NO_ADAPTER, "org.apache.struts2.convention.annotation Action"),
          method(
              "Azure Functions",
              TO_CONTROLLER,
              "com.microsoft.azure.functions.annotation FunctionName"),
          new EntryRow(
              "AWS Lambda",
              NO_ADAPTER,
              Place.SUPERTYPE,
              When.BESIDE_ENDPOINTS,
              TO_CONTROLLER,
              QualifiedNames.of(
                  "com.amazonaws.services.lambda.runtime RequestHandler RequestStreamHandler")),
          method(
              "Axon",
              TO_CLASS_OF_ITS_OWN,
              "org.axonframework.commandhandling CommandHandler",
              "org.axonframework.queryhandling QueryHandler",
              "org.axonframework.eventhandling EventHandler"),
          background("Camel", When.ANNOTATED, "org.apache.camel Consume"),
          background(
              "Spring Shell",
              When.ANNOTATED,
              "org.springframework.shell.standard ShellMethod",
              "org.springframework.shell.command.annotation Command",
              "org.springframework.shell.core.command.annotation Command"),
          background("JobRunr", When.ENDPOINT, "org.jobrunr.jobs.annotations Job Recurring"),
          background(
              "Temporal",
              When.ANNOTATED,
              "io.temporal.workflow WorkflowMethod SignalMethod QueryMethod UpdateMethod",
              "io.temporal.activity ActivityMethod"),
          type(
              "Temporal",
              NO_REQUEST,
              "io.temporal.workflow WorkflowInterface",
              "io.temporal.activity ActivityInterface"));

  private RemoteCalls() {}

  private static EntryRow method(String framework, String fix, String... names) {
    return new EntryRow(
        framework, NO_ADAPTER, Place.METHOD, When.BESIDE_ENDPOINTS, fix, QualifiedNames.of(names));
  }

  private static EntryRow type(String framework, RefusedEntry.Kind kind, String... names) {
    String fix = kind == NO_ADAPTER ? TO_CONTROLLER : TO_CLASS_OF_ITS_OWN;
    return new EntryRow(
        framework, kind, Place.TYPE, When.BESIDE_ENDPOINTS, fix, QualifiedNames.of(names));
  }

  private static EntryRow background(String framework, When when, String... names) {
    return new EntryRow(
        framework, NO_REQUEST, Place.METHOD, when, TO_CLASS_OF_ITS_OWN, QualifiedNames.of(names));
  }
}
