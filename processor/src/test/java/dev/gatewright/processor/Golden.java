package dev.gatewright.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Sources and the exact text of their guards.
 *
 * @param directory holds the guards, and the sources in its subdirectory {@code in}
 */
record Golden(Path directory) {
  /** One of them is for an application with an adapter of its own. */
  static final String ADAPTERS = "-Agatewright.adapters=jakarta-rest";

  static final Path ALL = Path.of("src/test/resources/goldens");

  static Stream<Golden> all() throws IOException {
    try (Stream<Path> directories = Files.list(ALL)) {
      return directories.filter(Files::isDirectory).sorted().map(Golden::new).toList().stream();
    }
  }

  /** The sources of all goldens, which may be compiled together. */
  static List<Path> sourcesOfAll() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Golden golden : all().toList()) {
      sources.addAll(golden.sources());
    }
    return sources;
  }

  static Map<String, String> guardsOfAll() throws IOException {
    Map<String, String> guards = new TreeMap<>();
    for (Golden golden : all().toList()) {
      guards.putAll(golden.guards());
    }
    return guards;
  }

  List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("in"))) {
      return files.sorted().toList();
    }
  }

  /** The expected guards by file name. */
  Map<String, String> guards() throws IOException {
    Map<String, String> guards = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        guards.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return guards;
  }

  void rewrite(Map<String, String> guards) throws IOException {
    for (String old : guards().keySet()) {
      Files.delete(directory.resolve(old));
    }
    for (Map.Entry<String, String> guard : guards.entrySet()) {
      Files.writeString(directory.resolve(guard.getKey()), guard.getValue());
    }
  }

  @Override
  public String toString() {
    return directory.getFileName().toString();
  }
}
