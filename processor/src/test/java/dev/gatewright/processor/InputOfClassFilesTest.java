package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a library declares is judged by what every compiler can read of it. */
class InputOfClassFilesTest {
  private static final String LIBRARY =
      """
      package library;

      import jakarta.validation.Valid;
      import jakarta.validation.constraints.*;
      import java.util.List;

      public interface Api {
        record Item(@NotBlank String name) {}

        record Basket(Item item) {}

        void place(List<@Valid Item> items);

        void change(@NotNull List<@Valid Item> items);
      }
      """;

  private static final String HEADER =
      "import dev.gatewright.*; import jakarta.validation.*; import library.*;"
          + " @Secured @ValidatedInput ";

  @TempDir private Path directory;

  private List<String> problems(String type) throws IOException {
    Path library = Files.writeString(directory.resolve("Api.java"), LIBRARY);
    Compilation compiled =
        Compilation.by(
            ToolProvider.getSystemJavaCompiler(),
            List.of(library),
            directory.resolve("library"),
            List.of(),
            List.of("-proc:none"));
    Path source = Files.writeString(directory.resolve("Orders.java"), HEADER + type);
    String classPath =
        compiled.classes() + File.pathSeparator + System.getProperty("java.class.path");
    return Compilation.by(
            ToolProvider.getSystemJavaCompiler(),
            List.of(source),
            directory.resolve("out"),
            List.of(new GuardProcessor()),
            List.of("-classpath", classPath))
        .problems()
        .stream()
        .filter(each -> each.contains("[GW-"))
        .toList();
  }

  @Test
  void aTypeOfALibraryThatHasConstraintsNeedsValid() throws IOException {
    assertThat(problems("class Orders { void place(Api.Item item) {} }"))
        .singleElement()
        .asString()
        .contains("[GW-V04]", "parameter 'item'");
  }

  @Test
  void whatALibraryLeavesOutInsideItsTypesCannotBeMendedHere() throws IOException {
    assertThat(problems("class Orders { void place(@Valid Api.Basket basket) {} }")).isEmpty();
  }

  @Test
  void annotationsInsideTypesOfALibraryAreNotMissedWhereACompilerDropsThem() throws IOException {
    String type =
        """
        class Orders implements Api {
          public void place(java.util.List<Item> items) {}
          public void change(java.util.List<Item> items) {}
        }
        """;

    assertThat(problems(type)).isEmpty();
  }
}
