package dev.gatewright.spring.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.spring.RefusedStart;
import dev.gatewright.spring.WithoutProcessor;
import dev.gatewright.spring.startup.StartUpException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A class and its superclass in one package, of two class loaders, as devtools and servers have.
 */
class SplitPackageTest {
  private static final String DESK =
      """
      package split;
      import dev.gatewright.*;
      import org.springframework.stereotype.Component;
      @Component
      class Desk extends Base { %s }
      """;

  private static final String BASE =
      """
      public abstract class Base {
        @Secured %s String tell() { return "gold"; }
        public static String ask(Base desk) { return desk.tell(); }
      }
      """;

  /** The superclass is of the class path, and the rest of a loader before it. */
  private static Class<?> split(String own, String inherited) throws Exception {
    String source = DESK.formatted(own) + BASE.formatted(inherited);
    Class<?> whole = WithoutProcessor.compileAgain("split.Base", source, source);
    URL[] urls = ((URLClassLoader) whole.getClassLoader()).getURLs();
    return new Restarting(urls, whole.getClassLoader()).loadClass("split.Desk");
  }

  private static final class Restarting extends URLClassLoader {
    Restarting(URL[] urls, ClassLoader parent) {
      super(urls, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("split.Desk")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@Override String tell() { return \"more gold\"; }"})
  void aMethodThatOnlyThePackageSeesStopsTheStart(String own) throws Exception {
    StartUpException refused =
        RefusedStart.refused(
            List.of(StaleGuardTest.Empty.class, split(own, "")), RefusedStart.jwtAnd());

    assertThat(refused.problem())
        .contains("split.DeskGuard cannot override", "split.Base.tell()", "class loader");
    assertThat(refused.fix()).contains("public or protected", "restart.include");
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "protected"})
  void aMethodThatOthersSeeIsOverridden(String visibility) throws Exception {
    StaleGuardTest.starts(split("", visibility));
  }
}
