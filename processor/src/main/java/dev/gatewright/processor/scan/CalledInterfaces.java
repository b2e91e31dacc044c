package dev.gatewright.processor.scan;

import static dev.gatewright.processor.model.RefusedEntry.Kind.NO_ADAPTER;
import static dev.gatewright.processor.model.RefusedEntry.Kind.NO_REQUEST;

import dev.gatewright.processor.model.RefusedEntry;
import dev.gatewright.processor.scan.EntryRow.Place;
import dev.gatewright.processor.scan.EntryRow.When;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
              "the container",
              "org.springframework.beans.factory InitializingBean DisposableBean"
                  + " SmartInitializingSingleton BeanNameAware BeanFactoryAware"
                  + " BeanClassLoaderAware FactoryBean SmartFactoryBean",
              "org.springframework.beans.factory.config BeanPostProcessor"
                  + " BeanFactoryPostProcessor InstantiationAwareBeanPostProcessor"
                  + " DestructionAwareBeanPostProcessor",
              "org.springframework.beans.factory.support BeanDefinitionRegistryPostProcessor",
              "org.springframework.context ApplicationContextAware EnvironmentAware"
                  + " ResourceLoaderAware ApplicationEventPublisherAware MessageSourceAware"
                  + " EmbeddedValueResolverAware ApplicationContextInitializer Lifecycle"
                  + " SmartLifecycle Phased",
              "org.springframework.context.annotation ImportAware ImportSelector"
                  + " ImportBeanDefinitionRegistrar Condition",
              "org.springframework.core Ordered",
              "org.springframework.web.context ServletContextAware ServletConfigAware",
              "org.springframework.web WebApplicationInitializer",
              "org.springframework.web.servlet.config.annotation WebMvcConfigurer",
              "org.springframework.web.reactive.config WebFluxConfigurer",
              "org.springframework.web.socket.config.annotation WebSocketConfigurer"
                  + " WebSocketMessageBrokerConfigurer",
              "org.springframework.scheduling.annotation SchedulingConfigurer AsyncConfigurer"),
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

  /** Each text begins with a package; simple names follow. */
  private static EntryRow row(RefusedEntry.Kind kind, String framework, String... packages) {
    String fix = kind == NO_ADAPTER ? TO_ENDPOINTS : TO_METHODS;
    Set<String> names =
        Stream.of(packages)
            .flatMap(each -> each.lines().flatMap(CalledInterfaces::qualified))
            .collect(Collectors.toUnmodifiableSet());
    return new EntryRow(framework, kind, Place.METHOD_OF_SUPERTYPE, When.ENDPOINT, fix, names);
  }

  private static Stream<String> qualified(String line) {
    String[] words = line.split(" ", -1);
    return Arrays.stream(words).skip(1).map(name -> words[0] + "." + name);
  }

  /** In the name space of Jakarta and in the one before it. */
  private static String both(String packageName, String simpleNames) {
    return "jakarta.%1$s %2$s\njavax.%1$s %2$s".formatted(packageName, simpleNames);
  }
}
