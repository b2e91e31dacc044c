package dev.gatewright.processor.file;

import dev.gatewright.processor.code.GuardCode;
import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.plan.GuardPlan;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Writes guards to source files. Their text is made of the model alone, which knows nothing of the
 * compiler: that is done on another thread while the compiler's goes on with the next type. The
 * files are created on the compiler's thread, in the order of the types.
 */
public final class GuardFiles {
  /** Wakes the other thread for so many guards at once, as each time costs. */
  private static final int AT_ONCE = 16;

  private final ProcessingEnvironment environment;
  private final ExecutorService printing = printing();
  private final List<Guard> guards = new ArrayList<>();

  /**
   * A guard of this round.
   *
   * @param origin the one type it is made from; an incremental build deletes the file with it
   */
  private record Guard(ClassReference name, FutureTask<String> text, TypeElement origin) {}

  /** Writes through the filer of a compilation. */
  public GuardFiles(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /**
   * One thread, which ends by itself: nothing tells a processor that a compilation was given up.
   */
  private static ExecutorService printing() {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "gatewright-guards");
              thread.setDaemon(true);
              return thread;
            });
    one.allowCoreThreadTimeOut(true);
    return one;
  }

  /** Begins to make the text of a guard that no rule has found fault with. */
  public void add(GuardedType type, TypeElement origin) {
    guards.add(
        new Guard(
            type.guardName(), new FutureTask<>(() -> GuardCode.of(GuardPlan.of(type))), origin));
    int size = guards.size();
    if (size % AT_ONCE == 0) {
      List<Guard> some = List.copyOf(guards.subList(size - AT_ONCE, size));
      printing.execute(() -> some.forEach(each -> each.text().run()));
    }
  }

  /** Creates the files of all guards that were added since; tells the compiler which it cannot. */
  public void write() {
    guards.forEach(this::write);
    guards.clear();
  }

  private void write(Guard guard) {
    String name = guard.name().canonicalName();
    String text = text(guard);
    try (Writer writer =
        environment.getFiler().createSourceFile(name, guard.origin()).openWriter()) {
      writer.write(text);
    } catch (IOException e) {
      environment
          .getMessager()
          .printMessage(
              Diagnostic.Kind.ERROR,
              "Gatewright cannot write "
                  + name
                  + ": "
                  + e.getMessage()
                  + ". Fix: make the directory of generated sources writable and free of other "
                  + "files of that name.",
              guard.origin());
    }
  }

  private static String text(Guard guard) {
    guard.text().run(); // Where the other thread has not begun with it.
    try {
      return guard.text().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("No text for " + guard.name().canonicalName(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
