package dev.gatewright.processor.scan;

import static dev.gatewright.processor.model.RefusedEntry.Kind.IMPLEMENTED_BY_FRAMEWORK;
import static dev.gatewright.processor.model.RefusedEntry.Kind.NO_ADAPTER;
import static dev.gatewright.processor.model.RefusedEntry.Kind.NO_REQUEST;

import dev.gatewright.processor.scan.EntryRow.Place;
import dev.gatewright.processor.scan.EntryRow.When;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The annotations and supertypes, by name, by which frameworks other than Spring MVC and Jakarta
 * REST reach methods and types. {@link MappingFramework} has those two.
 */
final class EntryTable {

  /** Qualified names. */
  private record Names(Set<String> qualified) {}

  private static final String TO_CONTROLLER = "move what it does to a Spring MVC controller";
  private static final String TO_CLASS_OF_ITS_OWN =
      "move it to a class without Gatewright's annotations";
  private static final String TO_BEAN = "remove that annotation and make the class a bean";
  private static final String TO_ENDPOINTS = "annotate the endpoints behind it";
  private static final String TO_CALLER = "annotate the controller that calls it";

  static final List<EntryRow> ROWS =
      Stream.of(
              servlets(),
              messages(),
              services(),
              listeners(),
              implementedInterfaces(),
              ContainerCalls.ROWS,
              AsynchronousTypes.ROWS,
              CalledInterfaces.ROWS,
              RemoteCalls.ROWS,
              MadeObjects.ROWS)
          .flatMap(List::stream)
          .toList();

  private EntryTable() {}

  private static List<EntryRow> servlets() {
    return List.of(
        type("the servlet container", TO_BEAN, both("servlet.annotation", "WebServlet")),
        type("the servlet container", TO_ENDPOINTS, both("servlet.annotation", "WebFilter")),
        type(
            "the servlet container",
            TO_CLASS_OF_ITS_OWN,
            both("servlet.annotation", "WebListener")),
        type(
            "the WebSocket container",
            TO_CONTROLLER,
            both("websocket.server", "ServerEndpoint"),
            both("websocket", "ClientEndpoint")),
        supertype("the WebSocket container", TO_CONTROLLER, both("websocket", "Endpoint")),
        method(
            "the WebSocket container",
            TO_CONTROLLER,
            both("websocket", "OnOpen", "OnMessage", "OnClose", "OnError")),
        supertype(
            "Spring WebSocket",
            TO_CONTROLLER,
            in("org.springframework.web.socket", "WebSocketHandler"),
            in("org.springframework.web.reactive.socket", "WebSocketHandler")),
        type("Jakarta REST", TO_CLASS_OF_ITS_OWN, both("ws.rs.ext", "Provider")),
        type(
            "the EJB container",
            TO_CONTROLLER,
            both("ejb", "Stateless", "Stateful", "Singleton", "MessageDriven")));
  }

  private static List<EntryRow> messages() {
    return List.of(
        method(
            "Spring messaging",
            TO_CONTROLLER,
            in(
                "org.springframework.messaging.handler.annotation",
                "MessageMapping",
                "MessageExceptionHandler"),
            in("org.springframework.messaging.simp.annotation", "SubscribeMapping"),
            in("org.springframework.messaging.rsocket.annotation", "ConnectMapping"),
            in("org.springframework.messaging.rsocket.service", "RSocketExchange")),
        method(
            "Spring Integration",
            TO_CONTROLLER,
            in(
                "org.springframework.integration.annotation",
                "ServiceActivator",
                "Transformer",
                "Router",
                "Filter",
                "Splitter",
                "Aggregator",
                "InboundChannelAdapter")),
        method(
            "Spring GraphQL",
            TO_CONTROLLER,
            in(
                "org.springframework.graphql.data.method.annotation",
                "SchemaMapping",
                "BatchMapping",
                "QueryMapping",
                "MutationMapping",
                "SubscriptionMapping",
                "GraphQlExceptionHandler"),
            in("org.springframework.graphql.data.federation", "EntityMapping")),
        method(
            "DGS",
            TO_CONTROLLER,
            in(
                "com.netflix.graphql.dgs",
                "DgsData",
                "DgsQuery",
                "DgsMutation",
                "DgsSubscription",
                "DgsEntityFetcher",
                "DgsDataLoader")),
        method(
            "MicroProfile GraphQL",
            TO_CONTROLLER,
            in("org.eclipse.microprofile.graphql", "Query", "Mutation")));
  }

  private static List<EntryRow> services() {
    return List.of(
        method(
            "Spring Web Services",
            TO_CONTROLLER,
            in("org.springframework.ws.server.endpoint.annotation", "PayloadRoot", "PayloadRoots"),
            in(
                "org.springframework.ws.soap.server.endpoint.annotation",
                "SoapAction",
                "SoapActions"),
            in("org.springframework.ws.soap.addressing.server.annotation", "Action")),
        method(
            "Actuator",
            TO_CONTROLLER,
            in(
                "org.springframework.boot.actuate.endpoint.annotation",
                "ReadOperation",
                "WriteOperation",
                "DeleteOperation")),
        supertype("gRPC", TO_CONTROLLER, in("io.grpc", "BindableService")),
        type(
            "gRPC",
            TO_CONTROLLER,
            in("org.springframework.grpc.server.service", "GrpcService"),
            in("net.devh.boot.grpc.server.service", "GrpcService"),
            in("org.lognet.springboot.grpc", "GRpcService")),
        type(
            "Jakarta XML Web Services",
            TO_CONTROLLER,
            both("jws", "WebService"),
            both("xml.ws", "WebServiceProvider")),
        method("Jakarta XML Web Services", TO_CONTROLLER, both("jws", "WebMethod")),
        method(
            "JMX",
            TO_CLASS_OF_ITS_OWN,
            in("org.springframework.jmx.export.annotation", "ManagedOperation"),
            in("org.springframework.jmx.export.annotation", "ManagedAttribute")),
        method("Micronaut", TO_CONTROLLER, in("io.micronaut.http.annotation", "HttpMethodMapping")),
        type(
            "Vaadin",
            TO_CONTROLLER,
            in("com.vaadin.hilla", "Endpoint", "BrowserCallable"),
            in("com.vaadin.flow.router", "Route")));
  }

  private static List<EntryRow> listeners() {
    return List.of(
        listener(
            "Spring Kafka",
            When.ANNOTATED,
            in(
                "org.springframework.kafka.annotation",
                "KafkaListener",
                "KafkaListeners",
                "KafkaHandler")),
        listener(
            "Spring AMQP",
            When.ANNOTATED,
            in(
                "org.springframework.amqp.rabbit.annotation",
                "RabbitListener",
                "RabbitListeners",
                "RabbitHandler")),
        listener(
            "Spring JMS",
            When.ANNOTATED,
            in("org.springframework.jms.annotation", "JmsListener", "JmsListeners")),
        listener(
            "Spring Cloud AWS",
            When.ANNOTATED,
            in("io.awspring.cloud.sqs.annotation", "SqsListener", "SqsHandler")),
        listener(
            "Spring Pulsar",
            When.ANNOTATED,
            in("org.springframework.pulsar.annotation", "PulsarListener", "ReactivePulsarListener"),
            in("org.springframework.pulsar.annotation", "PulsarListeners")),
        listener(
            "MicroProfile Reactive Messaging",
            When.ANNOTATED,
            in("org.eclipse.microprofile.reactive.messaging", "Incoming")),
        listener(
            "the scheduler",
            When.ENDPOINT,
            in("org.springframework.scheduling.annotation", "Scheduled", "Schedules"),
            both("ejb", "Schedule", "Schedules", "Timeout")),
        listener(
            "a task executor",
            When.ENDPOINT,
            in("org.springframework.scheduling.annotation", "Async"),
            both("ejb", "Asynchronous")),
        new EntryRow(
            "the container",
            NO_ADAPTER,
            Place.METHOD,
            When.ENDPOINT_OR_ABSTRACT,
            "inject an ObjectProvider instead",
            union(in("org.springframework.beans.factory.annotation", "Lookup"))),
        listener(
            "the publisher of an event",
            When.ENDPOINT,
            in("org.springframework.context.event", "EventListener")));
  }

  private static List<EntryRow> implementedInterfaces() {
    return List.of(
        implemented(
            "Spring Data",
            Place.SUBINTERFACE,
            in("org.springframework.data.repository", "Repository")),
        implemented(
            "Spring Data",
            Place.INTERFACE,
            in("org.springframework.data.repository", "RepositoryDefinition")),
        implemented("Jakarta Data", Place.INTERFACE, in("jakarta.data.repository", "Repository")),
        implemented("MyBatis", Place.INTERFACE, in("org.apache.ibatis.annotations", "Mapper")),
        implemented(
            "OpenFeign", Place.INTERFACE, in("org.springframework.cloud.openfeign", "FeignClient")),
        implemented(
            "MicroProfile REST Client",
            Place.INTERFACE,
            in("org.eclipse.microprofile.rest.client.inject", "RegisterRestClient")),
        implemented(
            "Spring Integration",
            Place.INTERFACE,
            in("org.springframework.integration.annotation", "MessagingGateway")));
  }

  private static EntryRow method(String framework, String fix, Names... names) {
    return new EntryRow(
        framework, NO_ADAPTER, Place.METHOD, When.BESIDE_ENDPOINTS, fix, union(names));
  }

  private static EntryRow type(String framework, String fix, Names... names) {
    return new EntryRow(
        framework, NO_ADAPTER, Place.TYPE, When.BESIDE_ENDPOINTS, fix, union(names));
  }

  private static EntryRow supertype(String framework, String fix, Names... names) {
    return new EntryRow(
        framework, NO_ADAPTER, Place.SUPERTYPE, When.BESIDE_ENDPOINTS, fix, union(names));
  }

  private static EntryRow listener(String framework, When when, Names... names) {
    return new EntryRow(
        framework, NO_REQUEST, Place.METHOD, when, TO_CLASS_OF_ITS_OWN, union(names));
  }

  private static EntryRow implemented(String framework, Place place, Names... names) {
    return new EntryRow(
        framework, IMPLEMENTED_BY_FRAMEWORK, place, When.ANNOTATED, TO_CALLER, union(names));
  }

  private static Names in(String packageName, String... simpleNames) {
    return new Names(
        Stream.of(simpleNames)
            .map(each -> packageName + "." + each)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** In the name space of Jakarta and in the one before it. */
  private static Names both(String packageName, String... simpleNames) {
    return new Names(
        union(in("jakarta." + packageName, simpleNames), in("javax." + packageName, simpleNames)));
  }

  private static Set<String> union(Names... names) {
    return Stream.of(names)
        .flatMap(each -> each.qualified().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
