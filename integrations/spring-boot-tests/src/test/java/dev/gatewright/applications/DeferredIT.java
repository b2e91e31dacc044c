package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewright.applications.input.Deferred;
import dev.gatewright.applications.input.SharedThread;
import dev.gatewright.runtime.problem.RefusedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.task.AsyncTaskExecutor;

/** The request goes along to the threads in which Spring MVC makes an answer, and no further. */
class DeferredIT {
  private static final String KEEPER = "Authorization: Bearer " + Tokens.withRole("keeper");
  private static final String GUEST = "Authorization: Bearer " + Tokens.withRole("guest");

  private static RunningApplication start(Class<?> threads) {
    return Application.of(Deferred.Safe.class, Deferred.Answers.class, threads).start();
  }

  @ParameterizedTest
  @ValueSource(classes = {Deferred.OneThread.class, Deferred.SameThread.class})
  void aGuardInAThreadOfSpringMvcsKnowsTheRequest(Class<?> threads) {
    try (RunningApplication running = start(threads)) {
      for (String path : new String[] {"/callable", "/task", "/stream", "/stream-entity"}) {
        for (int i = 0; i < 5; i++) {
          assertThat(running.get(path, KEEPER).text())
              .as(path)
              .startsWith("HTTP/1.1 200 ")
              .contains("opened");
          assertThat(running.get(path, GUEST).text()).as(path).doesNotContain("opened");
          assertThat(running.get(path).text()).as(path).doesNotContain("opened");
        }
      }
      running.get("/callable", GUEST).isClosedWith(403);
      running.get("/callable").isClosedWith(401);
    }
  }

  @Test
  void nothingIsLeftInTheThread() {
    try (RunningApplication running = start(Deferred.OneThread.class)) {
      assertThat(running.get("/callable", KEEPER).text()).contains("opened");

      Deferred.Safe safe = running.context().getBean(Deferred.Safe.class);
      AsyncTaskExecutor executor = running.context().getBean("oneThread", AsyncTaskExecutor.class);
      assertThatThrownBy(() -> executor.submit(safe::open).get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(RefusedException.class);
    }
  }

  @Test
  void aThreadOfTheApplicationsHasNoRequest() {
    try (RunningApplication running = start(Deferred.OneThread.class)) {
      running.get("/own-thread", KEEPER).isClosedWith(503);
    }
  }

  @Test
  void aTaskWhoseTimeIsOverOpensNothing() throws Exception {
    try (RunningApplication running = start(Deferred.OneThread.class)) {
      running.get("/late", KEEPER).isClosedWith(503);
      assertThat(Deferred.LATE.get(10, TimeUnit.SECONDS)).isEqualTo("refused");
    }
  }

  /** A stranger's task runs in the thread of a keeper's request, which still has its exchange. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTaskInTheThreadOfAnotherRequestHasNotItsCaller(boolean onJetty) throws Exception {
    Application application =
        Application.of(Deferred.Safe.class, SharedThread.class, SharedThread.OneAfterAnother.class);
    try (RunningApplication running = (onJetty ? application.onJetty() : application).start()) {
      Executor ownThread = task -> new Thread(task).start();
      SharedThread shared = running.context().getBean(SharedThread.class);
      CompletableFuture<Answer> keeper =
          CompletableFuture.supplyAsync(() -> running.get("/keepers", KEEPER), ownThread);
      Thread keepers = shared.keeperIsAtWork().get(10, TimeUnit.SECONDS);
      CompletableFuture<Answer> stranger =
          CompletableFuture.supplyAsync(() -> running.get("/strangers"), ownThread);
      running.context().getBean(SharedThread.OneAfterAnother.class).awaitTask();
      shared.letKeeperFinish();

      stranger.get(20, TimeUnit.SECONDS).isClosedWith(401);
      assertThat(shared.strangerIsAtWork().get(10, TimeUnit.SECONDS)).isEqualTo(keepers);
      assertThat(keeper.get(20, TimeUnit.SECONDS).text()).contains("opened");
    }
  }
}
