package dev.gatewright.applications;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;

/**
 * An application as a team writes it, in which Lombok, MapStruct, aspects, schedules, generated
 * interfaces, uploads, constraints, formats, tasks and plans are beside each other; compiled with
 * the processors in either order.
 */
@ParameterizedClass
@EnumSource(OneApplicationIT.Processors.class)
class OneApplicationIT {
  private static final Path SOURCES = Path.of("src/test/resources");
  private static final String LOMBOK = "lombok.launch.AnnotationProcessorHider$AnnotationProcessor";
  private static final String MAPSTRUCT = "org.mapstruct.ap.MappingProcessor";
  private static final String ACTUATOR =
      "org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping";
  private static final String ALICE = token("alice", "customer", "orders:write");
  private static final String KEEPER = token("karl", "keeper", "none");
  private static final String ORDER =
      "{\"isbn\":\"ISBN 9780134685991\",\"copies\":2,\"delivery\":\"24.12.2026\","
          + "\"address\":{\"street\":\"Ring 1\",\"city\":\"Wien\"}}";

  private static Class<?> main;
  private static RunningApplication running;

  /** The order in which the compiler is told of the processors. */
  enum Processors {
    GATEWRIGHT_FIRST(BuiltApplication.GATEWRIGHT, LOMBOK, MAPSTRUCT),
    GATEWRIGHT_LAST(LOMBOK, MAPSTRUCT, BuiltApplication.GATEWRIGHT);

    private final String first;
    private final String second;
    private final String third;

    Processors(String first, String second, String third) {
      this.first = first;
      this.second = second;
      this.third = third;
    }

    private List<String> names() {
      return List.of(first, second, third);
    }
  }

  @BeforeParameterizedClassInvocation
  static void start(Processors processors) {
    main =
        BuiltApplication.inFolder(
            "oneapplication.Shop",
            processors.names(),
            List.of(
                SOURCES.resolve("oneapplication"),
                SOURCES.resolve("openapi/interfaces"),
                SOURCES.resolve("openapi/model")));
    running = application().start();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    running.close();
  }

  private static Application application() {
    return Application.of(main)
        .using(Library.VALIDATION, Library.ASPECTJ, Library.ACTUATOR)
        .exempting(ACTUATOR, "oneapplication.Audit")
        .with(
            "spring.messages.basename=oneapplication/messages",
            "spring.task.execution.propagate-context=true");
  }

  @SuppressWarnings("unused") // What differs is what runs.
  @Parameter
  private Processors processors;

  private static String token(String subject, String role, String scope) {
    return "Authorization: Bearer " + Tokens.of(subject, List.of(role), List.of(scope));
  }

  private static Answer post(String path, String json, String... headers) {
    return running.send(
        "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".formatted(path)
            + "Content-Type: application/json\r\n"
            + String.join("\r\n", headers)
            + (headers.length == 0 ? "" : "\r\n")
            + "Content-Length: %d\r\n\r\n%s".formatted(json.length(), json));
  }

  private static void assertAnswered(Answer answer, int status, String... contents) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    for (String content : contents) {
      assertThat(answer.text()).contains(content);
    }
  }

  /** In the form of the application's own, which is not that of a problem document. */
  private static void assertRefused(Answer answer, int status, String path, String... fields) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.text())
        .contains("\"code\":" + status, "\"path\":\"" + path + "\"", "\"ticket\":\"")
        .doesNotContain("problem+json", "violations");
    for (String field : fields) {
      assertThat(answer.text()).contains(field);
    }
  }

  @Test
  void anOrderIsMappedAndPlaced() {
    assertAnswered(
        post("/orders", ORDER, ALICE),
        201,
        "\"isbn\":\"ISBN 9780134685991\"",
        "\"delivery\":\"24.12.2026\"",
        "\"city\":\"Wien\"",
        "\"orderedBy\":\"alice\"");
  }

  @Test
  void anOrderThatIsPlacedIsFound() {
    String placed = post("/orders", ORDER, ALICE).text();
    String id = placed.replaceAll("(?s).*\"id\":(\\d+).*", "$1");

    assertAnswered(running.get("/orders/" + id, ALICE), 200, "\"id\":" + id, "\"copies\":2");
    assertAnswered(running.get("/orders/1", ALICE), 404);
    assertRefused(running.get("/nothing", ALICE), 404, "/nothing");
    assertRefused(running.get("/orders/x", ALICE), 400, "/orders/x", "id ");
  }

  @Test
  void whoMayNotOrderIsRefused() {
    assertRefused(post("/orders", ORDER), 401, "/orders");
    assertRefused(post("/orders", ORDER, KEEPER), 403, "/orders");
    Answer answer = post("/orders", ORDER, token("bob", "customer", "none"));
    assertRefused(answer, 403, "/orders");
    assertThat(answer.text()).containsIgnoringCase("WWW-Authenticate: Bearer").contains("orders:");
    assertRefused(running.get("/orders/state"), 401, "/orders/state");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"copies\":2', '\"copies\":11', 422, order.copies",
    "'\"copies\":2', '\"copies\":\"2\"', 400, copies",
    "'\"copies\":2', '\"copies\":2,\"copies\":3', 400, ' is malformed JSON'",
    "'\"copies\":2', '\"copy\":2', 400, copy",
    "Ring 1, '', 422, order.address.street",
    "'\"street\":\"Ring 1\",', '', 422, order.address.street",
    "Ring 1, 'Ring 1\",\"floor\":\"2', 400, address.floor",
    "24.12.2026, 30.02.2026, 400, delivery",
    "24.12.2026, 2026-12-24, 400, delivery",
    "24.12.2026, 24.12.2026x, 400, delivery",
    "ISBN 97, ISBN x, 400, isbn",
    "9780134685991, 9780134685992, 422, order.isbn is not in stock",
  })
  void badInputIsNamed(String part, String other, int status, String field) {
    assertThat(ORDER).contains(part);
    assertRefused(
        post("/orders", ORDER.replace(part, other), ALICE), status, "/orders", "\"" + field);
  }

  @Test
  void aMessageIsInTheLanguageOfTheRequest() {
    String bad = ORDER.replace("5991", "5992").replace("Ring 1", "");

    assertRefused(
        post("/orders", bad, ALICE, "Accept-Language: de-AT, en;q=0.5"),
        422,
        "/orders",
        "order.isbn ist nicht auf Lager",
        "order.address.street darf nicht leer sein");
    assertRefused(
        post("/orders", bad, ALICE, "Accept-Language: en"),
        422,
        "/orders",
        "order.isbn is not in stock",
        "order.address.street must not be blank");
  }

  @Test
  void aspectsAreCalledAroundEndpointsAndServicesThatAreReached() {
    MeterRegistry meters = running.context().getBean(MeterRegistry.class);
    long timed = countOf(meters, "orders.place");
    long entries = entries("place").size();
    long booked = entries("book").size();

    post("/orders", ORDER, ALICE);

    assertThat(countOf(meters, "orders.place")).isEqualTo(timed + 1);
    assertThat(entries("place")).hasSize((int) entries + 1);
    assertThat(entries("book")).hasSize((int) booked + 1);
    post("/orders", ORDER);
    assertThat(entries("place")).as("refused").hasSize((int) entries + 1);
  }

  private static long countOf(MeterRegistry meters, String name) {
    Timer timer = meters.find(name).timer();
    return timer == null ? 0 : timer.count();
  }

  private static List<String> entries(String name) {
    BeanWrapper audit = new BeanWrapperImpl(running.context().getBean("audit"));
    List<?> all = (List<?>) requireNonNull(audit.getPropertyValue("entries"));
    return all.stream().map(String::valueOf).filter(each -> each.startsWith(name + " ")).toList();
  }

  @Test
  void theContainerCallsGuardedClassesAsBefore() throws InterruptedException {
    String placed = post("/orders", ORDER, ALICE).text();
    String id = placed.replaceAll("(?s).*\"id\":(\\d+).*", "$1");
    assertThat(Long.parseLong(id)).as("set up after construction").isGreaterThan(1_000);

    String state = running.get("/orders/state", ALICE).text();
    assertThat(state).contains("\"state\":\"open\"");
    assertThat(state).containsPattern("\"told\":\\[[\\d,]*" + id + "[],]");
    assertThat(number(state, "placed")).isPositive();
    int sweeps = number(state, "sweeps");
    TimeUnit.MILLISECONDS.sleep(500);
    assertThat(number(running.get("/orders/state", ALICE).text(), "sweeps")).isGreaterThan(sweeps);
  }

  private static int number(String json, String name) {
    return Integer.parseInt(json.replaceAll("(?s).*\"" + name + "\":(\\d+).*", "$1"));
  }

  @Test
  void theImplementationOfAGeneratedInterfaceRefusesBadInput() {
    assertAnswered(running.get("/pets?limit=5", KEEPER), 200, "listed 5");
    assertRefused(running.get("/pets?limit=0", KEEPER), 422, "/pets", "limit ");
    assertRefused(running.get("/pets?limit=x", KEEPER), 400, "/pets", "limit ");
    assertRefused(running.get("/pets?limit=5"), 401, "/pets");
    assertRefused(running.get("/pets?limit=5", ALICE), 403, "/pets");
    assertAnswered(
        post("/pets", "{\"name\":\"a\",\"kind\":\"cat\",\"born\":\"2020-02-29\"}", KEEPER),
        201,
        "\"name\":\"a\"");
    assertThat(entries("pet")).isNotEmpty();
    assertRefused(post("/pets", "{\"name\":\"\"}", KEEPER), 422, "/pets", "name ");
    assertRefused(
        post("/pets", "{\"name\":\"a\",\"owner\":{\"email\":\"x\"}}", KEEPER),
        422,
        "/pets",
        "owner.email ");
    assertRefused(post("/pets", "{\"name\":\"a\",\"x\":1}", KEEPER), 400, "/pets", "x ");
    assertRefused(running.get("/pets/ab", KEEPER), 422, "/pets/ab", "etId ");
    assertAnswered(running.get("/pets/abc", KEEPER), 501);
  }

  @Test
  void filesAndAPartOfJsonAreTakenInChunks() {
    String note = "{\"text\":\"hello\",\"written\":\"01.12.2026\"}";
    String two = file("a.txt", "abc") + file("b.txt", "de");

    assertAnswered(
        attach(two + json(note), ALICE),
        200,
        "[\"a.txt=abc\",\"b.txt=de\"]",
        "\"note\":\"hello\"",
        "\"year\":2026");
    String path = "/orders/7/attachments";
    assertRefused(attach(two + json(note)), 401, path);
    assertRefused(attach(two + json(note), KEEPER), 403, path);
    assertRefused(attach(two + two + json(note), ALICE), 422, path, "files ");
    assertRefused(attach(json(note), ALICE), 400, path, "files ");
    assertRefused(attach(two + json(note.replace("hello", "")), ALICE), 422, path, "note.text ");
    assertRefused(
        attach(two + json(note.replace("01.12", "31.11")), ALICE), 400, path, "note.written ");
    assertRefused(attach(file("a.txt", "a".repeat(20_000)) + json(note), ALICE), 413, path);
  }

  private static String file(String name, String text) {
    return "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, text);
  }

  private static String json(String note) {
    return "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n"
        + "Content-Type: application/json\r\n\r\n%s\r\n--x--\r\n".formatted(note);
  }

  private static Answer attach(String body, String... headers) {
    String type = String.join("\r\n", Requests.PARTS, String.join("\r\n", headers)).strip();
    return Requests.chunked(running, "POST", "/orders/7/attachments", type, body);
  }

  @Test
  void theCallerIsKnownWhereverAnEndpointAsks() {
    assertAnswered(
        running.get("/me", KEEPER),
        200,
        "\"caller\":\"karl\"",
        "\"user\":\"karl\"",
        "\"keeper\":\"true\"",
        "\"task\":\"karl in task\"");
    assertAnswered(running.get("/me", ALICE), 200, "\"user\":\"alice\"", "\"keeper\":\"false\"");
    assertAnswered(running.get("/me/later", ALICE), 200, "later alice in task");
    assertRefused(running.get("/me"), 401, "/me");
    assertRefused(running.get("/me/later"), 401, "/me/later");
  }

  @ParameterizedTest
  @CsvSource({"customer, 1", "pro, 3"})
  void aCallerHasThePermitsOfItsPlan(String role, int permits) {
    String caller = token("limited " + role, role, "none");
    for (int i = 0; i < permits; i++) {
      assertAnswered(running.get("/recommendations", caller), 200, "for limited " + role);
    }
    Answer refused = running.get("/recommendations", caller);
    assertRefused(refused, 429, "/recommendations");
    assertThat(refused.text()).containsIgnoringCase("Retry-After: ");
  }

  @Test
  void theApplicationsOwnTestsPass() throws IOException, URISyntaxException {
    ClassLoader loader = main.getClassLoader();
    Properties properties = new Properties();
    for (String each : application().allProperties()) {
      int end = each.indexOf('=');
      properties.setProperty(each.substring(0, end), each.substring(end + 1));
    }
    Path classes = Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Writer file =
        Files.newBufferedWriter(
            classes.resolve("application-test.properties"), StandardCharsets.UTF_8)) {
      properties.store(file, null);
    }

    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    thread.setContextClassLoader(loader);
    try {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(
                      DiscoverySelectors.selectClass(loader.loadClass("oneapplication.ShopTest")))
                  .build(),
              listener);
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    } finally {
      thread.setContextClassLoader(before);
    }

    TestExecutionSummary summary = listener.getSummary();
    assertThat(summary.getFailures())
        .extracting(
            failure -> failure.getTestIdentifier().getDisplayName() + failure.getException())
        .isEmpty();
    assertThat(summary.getTestsSucceededCount()).isEqualTo(5);
  }
}
