package dev.gatewright.processor.scan;

import static dev.gatewright.processor.model.RefusedEntry.Kind.NO_ADAPTER;
import static dev.gatewright.processor.model.RefusedEntry.Kind.NO_REQUEST;
import static dev.gatewright.processor.scan.QualifiedNames.both;

import dev.gatewright.processor.model.RefusedEntry;
import dev.gatewright.processor.scan.EntryRow.Place;
import dev.gatewright.processor.scan.EntryRow.When;
import java.util.List;

/**
 * Interfaces and base classes whose methods frameworks call: outside of requests, or around the
 * endpoints of requests, where the policy of an endpoint says nothing.
 */
final class CalledInterfaces {
  private static final String TO_METHODS =
      "move it to a class without Gatewright's annotations, or annotate only the methods that"
          + " requests call";
  private static final String TO_ENDPOINTS = "annotate the endpoints behind it";

  static final List<EntryRow> ROWS =
      List.of(
          row(
              NO_REQUEST,
              "Spring Boot",
              "org.springframework.boot CommandLineRunner ApplicationRunner ExitCodeGenerator"
                  + " SpringApplicationRunListener",
              "org.springframework.boot.web.servlet ServletContextInitializer"),
          row(
              NO_REQUEST,
              "the publisher of an event",
              "org.springframework.context ApplicationListener",
              "org.springframework.context.event SmartApplicationListener"
                  + " GenericApplicationListener"),
          row(
              NO_REQUEST,
              "the servlet container",
              both(
                  "servlet",
                  "ServletContextListener ServletContextAttributeListener ServletRequestListener"
                      + " ServletRequestAttributeListener ServletContainerInitializer"),
              both(
                  "servlet.http",
                  "HttpSessionListener HttpSessionAttributeListener HttpSessionIdListener"
                      + " HttpSessionActivationListener HttpSessionBindingListener"),
              both("servlet", "AsyncListener ReadListener WriteListener")),
          row(
              NO_REQUEST,
              "a task executor",
              "java.lang Runnable Thread",
              "java.util TimerTask",
              "java.util.concurrent Callable",
              "org.springframework.scheduling Trigger"),
          row(
              NO_REQUEST,
              "the scheduler",
              "org.quartz Job InterruptableJob",
              "org.springframework.scheduling.quartz QuartzJobBean"),
          row(
              NO_REQUEST,
              "Spring Batch",
              "org.springframework.batch.core.step.tasklet Tasklet",
              "org.springframework.batch.item ItemReader ItemProcessor ItemWriter",
              "org.springframework.batch.infrastructure.item ItemReader ItemProcessor ItemWriter"),
          row(
              NO_REQUEST,
              "the broker of messages",
              both("jms", "MessageListener"),
              "org.springframework.jms.listener SessionAwareMessageListener",
              "org.springframework.amqp.core MessageListener",
              "org.springframework.amqp.rabbit.listener.api ChannelAwareMessageListener",
              "org.springframework.kafka.listener MessageListener AcknowledgingMessageListener"
                  + " ConsumerAwareMessageListener AcknowledgingConsumerAwareMessageListener"
                  + " BatchMessageListener BatchAcknowledgingMessageListener",
              "org.springframework.data.redis.connection MessageListener",
              "org.springframework.messaging MessageHandler"),
          row(
              NO_ADAPTER,
              "the servlet container",
              both("servlet", "Filter"),
              "org.springframework.web.filter GenericFilterBean OncePerRequestFilter"
                  + " AbstractRequestLoggingFilter"),
          row(
              NO_ADAPTER,
              "Spring MVC",
              "org.springframework.web.servlet HandlerInterceptor AsyncHandlerInterceptor"
                  + " HandlerExceptionResolver HandlerMapping HandlerAdapter View ViewResolver"
                  + " LocaleResolver",
              "org.springframework.web.context.request WebRequestInterceptor"
                  + " AsyncWebRequestInterceptor",
              "org.springframework.web.method.support HandlerMethodArgumentResolver"
                  + " HandlerMethodReturnValueHandler",
              "org.springframework.web.servlet.mvc.method.annotation RequestBodyAdvice"
                  + " ResponseBodyAdvice",
              "org.springframework.http.converter HttpMessageConverter",
              "org.springframework.web.bind.support WebBindingInitializer"));

  private CalledInterfaces() {}

  private static EntryRow row(RefusedEntry.Kind kind, String framework, String... names) {
    String fix = kind == NO_ADAPTER ? TO_ENDPOINTS : TO_METHODS;
    return new EntryRow(
        framework, kind, Place.METHOD_OF_SUPERTYPE, When.ENDPOINT, fix, QualifiedNames.of(names));
  }
}
