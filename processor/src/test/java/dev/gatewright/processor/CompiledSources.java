package dev.gatewright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** Sources that were compiled with the processor and loaded. */
final class CompiledSources implements AutoCloseable {
  private final URLClassLoader loader;

  private CompiledSources(Compilation compilation) throws MalformedURLException {
    assertThat(compilation.problems()).isEmpty();
    URL classes = compilation.classes().toUri().toURL();
    loader = new URLClassLoader(new URL[] {classes}, CompiledSources.class.getClassLoader());
  }

  static CompiledSources of(List<Path> files, Path directory) throws IOException {
    return new CompiledSources(
        Compilation.by(
            ToolProvider.getSystemJavaCompiler(),
            files,
            directory,
            List.of(new GuardProcessor()),
            List.of()));
  }

  /** Compiles texts by file name. */
  static CompiledSources of(Map<String, String> texts, Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.createDirectories(directory);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      files.add(Files.writeString(directory.resolve(text.getKey()), text.getValue()));
    }
    return of(files, directory);
  }

  Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, true, loader);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
