package dev.gatewright.applications;

import dev.gatewright.applications.mapping.LateHandlers;
import dev.gatewright.applications.mapping.MappingsByHand;
import dev.gatewright.applications.mapping.SecretHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.ParameterizableViewController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Handlers that come when the look at the start is over: what they answer does not leave. */
class LateHandlersIT {
  private static RunningApplication application;
  private static LateHandlers.Empty urls;
  private static RequestMappingHandlerMapping methods;

  @BeforeAll
  static void start() throws NoSuchMethodException {
    application = Application.of(LateHandlers.class).start();
    urls = application.context().getBean(LateHandlers.Empty.class);
    methods =
        application
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    for (String method :
        new String[] {"plain", "deferred", "callable", "streamed", "emitted", "nothing"}) {
      methods.registerMapping(
          RequestMappingInfo.paths("/" + method).options(methods.getBuilderConfiguration()).build(),
          new Late(),
          Late.class.getMethod(method));
    }
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "deferred", "callable", "streamed", "emitted", "nothing"})
  void aMethodThatIsMappedLaterDoesNotAnswer(String method) {
    application.get("/" + method).isClosedWith(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "BREW"})
  void norDoesItForAnyOtherMethodOfHttp(String method) {
    application.request(method, "/plain").isClosed();
  }

  @Test
  void aRequestHandlerThatIsMappedLaterDoesNotAnswer() {
    urls.add("/handler", new SecretHandler());
    urls.add("/controller", new SecretHandler.SecretController());

    application.get("/handler").isClosedWith(503);
    application.get("/controller").isClosedWith(503);
  }

  @Test
  void aHandlerOfSpringsDoesNotAnswerForTheApplication() {
    ParameterizableViewController holder = new ParameterizableViewController();
    holder.setView(new SecretHandler());
    urls.add("/view", holder);

    application.get("/view").isClosedWith(503);
  }

  @Test
  void routesThatAreSetLaterDoNotAnswer() {
    RouterFunctionMapping mapping =
        application.context().getBean("routerFunctionMapping", RouterFunctionMapping.class);
    mapping.setRouterFunction(
        RouterFunctions.route()
            .GET("/route", request -> ServerResponse.ok().body(Secret.TEXT))
            .build());

    application.get("/route").isClosedWith(503);
  }

  @Test
  void aDefaultHandlerThatIsSetLaterDoesNotAnswer() {
    urls.setRootHandler(new SecretHandler());
    try {
      application.get("/").isClosedWith(503);
    } finally {
      urls.setRootHandler(null);
    }
  }

  @Test
  void anExemptHandlerIsStillNoWayForAnother() {
    try (RunningApplication running =
        Application.of(LateHandlers.class).exempting(SecretHandler.class.getName()).start()) {
      LateHandlers.Empty mapping = running.context().getBean(LateHandlers.Empty.class);
      mapping.add("/exempt", new SecretHandler());
      HttpRequestHandler other = (request, response) -> response.getWriter().write(Secret.TEXT);
      mapping.add("/other", other);

      running.get("/exempt").isTheSecret();
      running.get("/other").isClosedWith(503);
    }
  }

  @Test
  void theSecretIsThereToBeTold() {
    try (RunningApplication running =
        Application.of(MappingsByHand.OfRequestHandlers.class)
            .exempting(SecretHandler.class.getName(), Late.class.getName())
            .start()) {
      running.get("/secret").isTheSecret();
    }
  }

  /** Not annotated, so that nothing but the mapping by hand makes an endpoint of it. */
  public static class Late {
    @ResponseBody
    public String plain() {
      return Secret.TEXT;
    }

    @ResponseBody
    public DeferredResult<String> deferred() {
      DeferredResult<String> result = new DeferredResult<>();
      new Thread(() -> result.setResult(Secret.TEXT)).start();
      return result;
    }

    @ResponseBody
    public Callable<String> callable() {
      return () -> Secret.TEXT;
    }

    public StreamingResponseBody streamed() {
      return out -> {
        out.write(Secret.TEXT.getBytes(StandardCharsets.US_ASCII));
        out.flush();
      };
    }

    public ResponseBodyEmitter emitted() throws IOException {
      ResponseBodyEmitter emitter = new ResponseBodyEmitter();
      emitter.send(Secret.TEXT);
      emitter.complete();
      return emitter;
    }

    /** An empty success is an answer as well: it says that something was done. */
    @ResponseBody
    public void nothing() {}
  }
}
