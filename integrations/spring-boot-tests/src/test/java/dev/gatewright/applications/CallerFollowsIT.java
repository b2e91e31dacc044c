package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gatewright.applications.caller.HandedOver;
import dev.gatewright.applications.caller.HandedOver.Way;
import dev.gatewright.authentication.InProcessRevocations;
import dev.gatewright.sample.shared.MovableClock;
import dev.gatewright.testing.NewestJdk;
import io.micrometer.context.ContextRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The caller and the correlation id follow into tasks, where context is propagated at all. */
class CallerFollowsIT {
  private static final String PROPAGATES = "spring.task.execution.propagate-context=true";
  private static final Pattern CORRELATION_ID =
      Pattern.compile("(?i)X-Correlation-Id: ([0-9a-f]{32})");
  private static final Map<Boolean, RunningApplication> RUNNING = new ConcurrentHashMap<>();

  private static Application application(boolean propagates) {
    Application application =
        Application.of(HandedOver.Main.class)
            .with("spring.task.execution.pool.core-size=2")
            .with("server.tomcat.threads.max=8");
    return propagates ? application.with(PROPAGATES) : application;
  }

  private static RunningApplication running(boolean propagates) {
    return RUNNING.computeIfAbsent(propagates, key -> application(key).start());
  }

  @AfterAll
  static void stop() {
    RUNNING.values().forEach(RunningApplication::close);
  }

  private static String tokenOf(String subject) {
    return "Authorization: Bearer " + Tokens.of(subject);
  }

  private static String correlationIdOf(Answer answer) {
    Matcher header = CORRELATION_ID.matcher(answer.text());
    assertThat(header.find()).as(answer.text()).isTrue();
    return header.group(1);
  }

  private static void assertSays(Answer answer, String caller) {
    assertThat(answer.text()).contains("\r\n\r\n");
    assertThat(answer.text()).contains(caller + " " + correlationIdOf(answer));
  }

  private static void assertSaysNothing(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).contains("nobody null");
  }

  @ParameterizedTest
  @CsvSource({"/here", "/callable", "/task", "/stream"})
  void itFollowsIntoWhatSpringMvcRuns(String path) {
    for (boolean propagates : new boolean[] {false, true}) {
      assertSays(running(propagates).get(path, tokenOf("alice")), "alice");
    }
  }

  @ParameterizedTest
  @EnumSource(value = Way.class, mode = EnumSource.Mode.EXCLUDE, names = "COMMON_POOL")
  void itFollowsIntoTasks(Way way) {
    RunningApplication running = running(true);

    assertSays(running.get("/ways/" + way, tokenOf("alice")), "alice");
    assertSays(running.get("/open/" + way, tokenOf("alice")), "nobody");
    assertSays(running.get("/ways/" + way, tokenOf("bob")), "bob");
  }

  @Test
  void itFollowsOnJettyAsOnTomcat() {
    try (RunningApplication running = application(true).onJetty().start()) {
      assertFollowsEverywhere(running.port());
    }
  }

  /** Nobody asks for what lets it follow. */
  @Test
  void itFollowsWhereBeansAreMadeLate() {
    try (RunningApplication running =
        application(true).with("spring.main.lazy-initialization=true").start()) {
      assertFollowsEverywhere(running.port());
    }
  }

  private static void assertFollowsEverywhere(int port) {
    for (String path : new String[] {"/here", "/callable", "/task", "/stream"}) {
      assertSays(get(port, path, "alice"), "alice");
    }
    for (Way way : Way.values()) {
      if (way != Way.COMMON_POOL) {
        assertSays(get(port, "/ways/" + way, "alice"), "alice");
        assertSays(get(port, "/open/" + way, "alice"), "nobody");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SAME_THREAD", "DECORATED"})
  void nothingFollowsWhereNothingPropagates(Way way) {
    RunningApplication running = running(false);

    assertSaysNothing(running.get("/ways/" + way, tokenOf("alice")));
    assertSaysNothing(running.get("/open/" + way));
    assertSaysNothing(running(true).get("/ways/COMMON_POOL", tokenOf("alice")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aGuardInATaskRefusesAndSaysWhatToDo(boolean propagates) {
    RunningApplication running = running(propagates);
    try (SecurityLog log = new SecurityLog()) {
      Answer answer = running.get("/safe", tokenOf("alice"));

      assertThat(answer.text()).contains("refused to " + (propagates ? "alice " : "nobody "));
      assertThat(log.refusal().get("cause").asString())
          .isEqualTo("no exchange is open on this thread");
      assertThat(log.refusal().get("fix").asString()).contains("hand their results to tasks");
    }
  }

  @Test
  void noTaskSeesAnotherCallerOrOneThatHasGone() throws Exception {
    RunningApplication running = running(true);
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> checks = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        for (String subject : new String[] {"alice", "bob"}) {
          checks.add(clients.submit(() -> assertAllSay(running, subject)));
        }
        checks.add(clients.submit(() -> assertSays(running.get("/open/SUBMIT"), "nobody")));
      }
      for (Future<?> check : checks) {
        check.get(60, TimeUnit.SECONDS);
      }
    } finally {
      clients.shutdownNow();
    }
    assertNothingIsLeft(running);
  }

  private static void assertAllSay(RunningApplication running, String subject) {
    Answer answer = running.get("/many", tokenOf(subject));
    String each = '"' + subject + " " + correlationIdOf(answer) + '"';
    assertThat(answer.text()).contains("[" + String.join(",", Collections.nCopies(6, each)) + "]");
  }

  /** Neither what the executor propagates nor its bare threads know anybody. */
  private static void assertNothingIsLeft(RunningApplication running) throws Exception {
    HandedOver.Who who = running.context().getBean(HandedOver.Who.class);
    ThreadPoolTaskExecutor executor =
        running.context().getBean("applicationTaskExecutor", ThreadPoolTaskExecutor.class);
    for (int i = 0; i < 20; i++) {
      assertThat(executor.submit(who::now).get(20, TimeUnit.SECONDS)).isEqualTo("nobody null");
      assertThat(executor.getThreadPoolExecutor().submit(who::now).get(20, TimeUnit.SECONDS))
          .isEqualTo("nobody null");
    }
  }

  @Test
  void itOutlivesTheRequest() throws Exception {
    try (RunningApplication running = application(true).start()) {
      Answer answer = running.get("/outlived", tokenOf("alice"));

      String each = "alice " + correlationIdOf(answer);
      assertThat(running.context().getBean(HandedOver.Endpoints.class).outlived())
          .isEqualTo(each + ", then " + each);
    }
  }

  @Test
  void itDoesNotOutliveTheToken() throws Exception {
    try (RunningApplication running =
        Application.of(HandedOver.Main.class, MovableClock.class).with(PROPAGATES).start()) {
      assertThat(running.get("/outlived", tokenOf("alice")).text()).endsWith("left");

      running.context().getBean(MovableClock.class).pass(Duration.ofMinutes(16));

      assertThat(running.context().getBean(HandedOver.Endpoints.class).outlived())
          .startsWith("alice ")
          .contains(", then nobody ");
    }
  }

  @Test
  void itDoesNotOutliveItsRevocation() throws Exception {
    try (RunningApplication running =
        Application.of(HandedOver.Main.class, Revoking.class).with(PROPAGATES).start()) {
      assertThat(running.get("/outlived", tokenOf("alice")).text()).endsWith("left");

      Instant later = Instant.now().plusSeconds(600);
      running
          .context()
          .getBean(InProcessRevocations.class)
          .revokeSubject("https://issuer.example", "alice", later, later);

      assertThat(running.context().getBean(HandedOver.Endpoints.class).outlived())
          .startsWith("alice ")
          .contains(", then nobody ");
    }
  }

  @Test
  void anApplicationThatHasEndedLeavesNothingBehind() {
    List<?> before = accessors();
    application(true).start().close();

    assertThat(accessors()).isEqualTo(before);
  }

  private static List<?> accessors() {
    return List.copyOf(ContextRegistry.getInstance().getThreadLocalAccessors());
  }

  @Test
  void itFollowsIntoVirtualThreads() throws Exception {
    Optional<NewestJdk> newer = NewestJdk.find();
    boolean isNewEnough = Runtime.version().feature() >= 21;
    assumeTrue(
        isNewEnough || newer.isPresent() || System.getenv("CI") != null,
        "no JDK of 21 or newer; name one by gatewright.test.jdk");
    Path home =
        newer.map(NewestJdk::home).orElseGet(() -> Path.of(System.getProperty("java.home")));
    List<String> properties = new ArrayList<>(Application.of().allProperties());
    properties.add(PROPAGATES);
    properties.add("spring.threads.virtual.enabled=true");
    try (ChildJvm jvm = ChildJvm.on(home, HandedOver.Main.class, properties)) {
      assertFollowsEverywhere(jvm.portAfter("Tomcat started on port "));
    }
  }

  private static Answer get(int port, String path, String subject) {
    return RunningApplication.send(
        port,
        "GET "
            + path
            + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
            + tokenOf(subject)
            + "\r\n\r\n");
  }

  @Configuration(proxyBeanMethods = false)
  static class Revoking {
    @Bean
    InProcessRevocations revocations() {
      return new InProcessRevocations(100);
    }
  }
}
