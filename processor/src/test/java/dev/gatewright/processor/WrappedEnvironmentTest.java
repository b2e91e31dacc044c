package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.annotation.processing.Completion;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Build tools hand processors an environment of their own, around javac's. */
class WrappedEnvironmentTest {
  private static final String SUPER =
      """
      package shop;

      import dev.gatewright.Secured;

      class Vault {
        @Secured(roles = "admin")
        public String open() {
          return "opened";
        }
      }

      class Door extends Vault {
        String go() {
          return super.open();
        }
      }
      """;

  private static final String LOCAL =
      """
      package shop;

      class Vault {
        Object open() {
          @dev.gatewright.Secured(roles = "admin")
          class Local {}
          return new Local();
        }
      }
      """;

  private static final String FAULTLESS =
      """
      package shop;

      import dev.gatewright.Secured;

      @Secured
      class Vault {
        public void open() {}
      }

      @Secured
      class Door {
        public void open() {}
      }
      """;

  @TempDir private Path directory;

  static Stream<UnaryOperator<ProcessingEnvironment>> tools() {
    return Stream.of(
        UnaryOperator.identity(),
        Incremental::new,
        WrappedEnvironmentTest::proxy,
        environment -> new Extended(proxy(new Incremental(environment))));
  }

  @ParameterizedTest
  @MethodSource("tools")
  void callsBySuperAreFound(UnaryOperator<ProcessingEnvironment> tool) throws IOException {
    assertThat(problems(SUPER, tool)).singleElement().asString().contains(":14: [GW-M25] ");
  }

  @ParameterizedTest
  @MethodSource("tools")
  void localClassesAreFound(UnaryOperator<ProcessingEnvironment> tool) throws IOException {
    assertThat(problems(LOCAL, tool)).singleElement().asString().contains(":5: [GW-M13] ");
  }

  /** What hides javac altogether must not go unnoticed. */
  @Test
  void anEnvironmentThatHidesJavacIsNamedOnce() throws IOException {
    assertThat(problems(FAULTLESS, Hiding::new))
        .singleElement()
        .asString()
        .contains("Vault.java:6: Gatewright cannot see the bodies of methods: ")
        .contains(Hiding.class.getName())
        .contains("Fix: ");
  }

  @Test
  void anEnvironmentThatShowsJavacIsNotNamed() throws IOException {
    assertThat(problems(FAULTLESS, Incremental::new)).isEmpty();
  }

  private List<String> problems(String source, UnaryOperator<ProcessingEnvironment> tool)
      throws IOException {
    Path file = Files.writeString(directory.resolve("Vault.java"), source);
    return Compilation.by(
            ToolProvider.getSystemJavaCompiler(),
            List.of(file),
            directory,
            List.of(new Wrapping(tool)),
            List.of())
        .problems();
  }

  private static ProcessingEnvironment proxy(ProcessingEnvironment delegateTo) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            WrappedEnvironmentTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            new InvocationHandler() {
              @Override
              public Object invoke(Object proxy, Method method, Object[] arguments)
                  throws ReflectiveOperationException {
                return method.invoke(delegateTo, arguments);
              }
            });
  }

  /** As Gradle's processors, which tell the build tool what was made of what. */
  private static final class Wrapping implements Processor {
    private final Processor processor = new GuardProcessor();
    private final UnaryOperator<ProcessingEnvironment> tool;

    Wrapping(UnaryOperator<ProcessingEnvironment> tool) {
      this.tool = tool;
    }

    @Override
    public Set<String> getSupportedOptions() {
      return processor.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public void init(ProcessingEnvironment environment) {
      processor.init(tool.apply(environment));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      processor.process(annotations, round);
      return false;
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
        Element element, AnnotationMirror annotation, ExecutableElement member, String text) {
      return processor.getCompletions(element, annotation, member, text);
    }
  }

  /** An environment that has no other in a field. */
  private static class Hiding implements ProcessingEnvironment {
    private final Supplier<ProcessingEnvironment> hidden;

    Hiding(ProcessingEnvironment environment) {
      this.hidden = () -> environment;
    }

    @Override
    public Map<String, String> getOptions() {
      return hidden.get().getOptions();
    }

    @Override
    public Messager getMessager() {
      return hidden.get().getMessager();
    }

    @Override
    public Filer getFiler() {
      return hidden.get().getFiler();
    }

    @Override
    public Elements getElementUtils() {
      return hidden.get().getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return hidden.get().getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return hidden.get().getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return hidden.get().getLocale();
    }
  }

  /** As Gradle's. */
  private static class Incremental extends Hiding {
    private final ProcessingEnvironment delegate;

    Incremental(ProcessingEnvironment delegate) {
      super(delegate);
      this.delegate = delegate;
    }

    @Override
    public Messager getMessager() {
      return delegate.getMessager();
    }
  }

  /** A tool that extends another's. */
  private static final class Extended extends Incremental {
    Extended(ProcessingEnvironment delegate) {
      super(delegate);
    }
  }
}
