package dev.gatewright.applications;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Maven that runs these tests, for a build of somebody else who has Gatewright in the local
 * repository: that repository has what the build of these tests has made of Gatewright, and links
 * to the local repository of these tests for everything else.
 */
final class MavenOfThisBuild {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final String VERSION = "1.0.0-SNAPSHOT";
  private static final String PARENT = "gatewright-parent";

  /** What an application of the starter, authentication and the processor needs. */
  private static final List<String> MODULES =
      List.of(
          "annotations",
          "processor",
          "runtime",
          "secrets",
          "authentication",
          "integrations/spring-boot-starter");

  private MavenOfThisBuild() {}

  /**
   * Puts it into a directory.
   *
   * @return variables of a shell that finds it as {@code mvn}, beside this JDK as {@code java}
   */
  static Map<String, String> in(Path directory) throws IOException {
    String home = System.getProperty("build.maven.home");
    Assumptions.assumeTrue(home != null || System.getenv("CI") != null, "not run by Maven");
    Path repository = Files.createDirectory(directory.resolve("repository"));
    fill(repository, Path.of(System.getProperty("build.maven.repository")));
    Path programs = Files.createDirectory(directory.resolve("programs"));
    Path maven = programs.resolve("mvn");
    String offline = "is true".equals(System.getProperty("build.maven.offline")) ? " -o" : "";
    Files.writeString(
        maven,
        """
        #!/bin/sh
        exec '%s/bin/mvn' -B%s -Dmaven.repo.local='%s' "$@"
        """
            .formatted(home, offline, repository));
    if (!maven.toFile().setExecutable(true)) {
      throw new IOException(maven + " cannot be made executable");
    }
    Path jdk = Path.of(System.getProperty("java.home"));
    return Map.of(
        "JAVA_HOME",
        jdk.toString(),
        "PATH",
        String.join(
            File.pathSeparator,
            programs.toString(),
            jdk.resolve("bin").toString(),
            System.getenv("PATH")));
  }

  private static void fill(Path repository, Path others) throws IOException {
    linkAllBut("dev", others, repository);
    Path group = Files.createDirectory(repository.resolve("dev"));
    linkAllBut("gatewright", others.resolve("dev"), group);
    Path ours = Files.createDirectory(group.resolve("gatewright"));
    install(ROOT, PARENT, ours, "pom");
    for (String module : MODULES) {
      Path directory = ROOT.resolve(module);
      install(directory, "gatewright-" + directory.getFileName(), ours, "jar");
    }
  }

  private static void linkAllBut(String name, Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        if (!entry.getFileName().toString().equals(name)) {
          Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
        }
      }
    }
  }

  private static void install(Path module, String artifact, Path group, String packaging)
      throws IOException {
    Path place = Files.createDirectories(group.resolve(artifact).resolve(VERSION));
    String name = artifact + "-" + VERSION;
    Files.copy(module.resolve("pom.xml"), place.resolve(name + ".pom"));
    if (packaging.equals("jar")) {
      Files.copy(module.resolve("target").resolve(name + ".jar"), place.resolve(name + ".jar"));
    }
  }

  /** Removes the links, so that nobody who deletes the directory meets what is behind them. */
  static void unlink(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }
}
