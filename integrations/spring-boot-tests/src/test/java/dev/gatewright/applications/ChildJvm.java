package dev.gatewright.applications;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A main method in a JVM of its own, with less on its class path than these tests have. */
final class ChildJvm implements AutoCloseable {
  /** All that could be taken for a servlet application. */
  private static final Pattern SERVLETS =
      Pattern.compile(
          ".*/(spring-webmvc|spring-boot-webmvc|spring-boot-servlet|spring-boot-tomcat|tomcat-embed"
              + "|spring-boot-jersey|jersey-|spring-data-rest|spring-boot-data-rest"
              + "|spring-boot-starter-(webmvc|data-rest|jersey|tomcat|websocket)"
              + "|spring-websocket|spring-boot-websocket|spring-boot-webmvc-test|[^/]*servlet)[^/]*");

  private static final Pattern DATA_REST =
      Pattern.compile(
          ".*/(spring-data-rest|spring-hateoas|spring-boot-hateoas|spring-boot-data-rest"
              + "|spring-boot-starter-data-rest)[^/]*");

  private final Process process;
  private final Path output;

  private ChildJvm(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static ChildJvm withoutServlets(Class<?> main, List<String> properties) {
    return start(main, properties, SERVLETS);
  }

  static ChildJvm withoutGatewright(Class<?> main, List<String> properties) {
    return start(
        main,
        properties,
        Pattern.compile(
            SERVLETS.pattern()
                + "|.*/spring-boot-starter/target/.*|.*/gatewright-spring-boot-starter-[^/]*"));
  }

  /**
   * On another JDK than these tests run on, without Spring Data REST.
   *
   * @param home of the JDK
   */
  static ChildJvm on(Path home, Class<?> main, List<String> properties) {
    return run(home, main, properties, classPath(DATA_REST));
  }

  /** Without Spring Data REST and HATEOAS, which springdoc would look for the beans of. */
  static ChildJvm withoutDataRest(Class<?> main, List<String> properties) {
    return start(main, properties, DATA_REST);
  }

  /** Without any library for the web, be it Spring's own. */
  static ChildJvm withoutWeb(Class<?> main, List<String> properties) {
    return start(
        main,
        properties,
        Pattern.compile(
            SERVLETS.pattern()
                + "|.*/(spring-web|spring-webflux|spring-boot-webflux|spring-boot-web-server"
                + "|spring-graphql|spring-boot-graphql)-[^/]*"));
  }

  /**
   * Without the same, and with AspectJ's weaver.
   *
   * @param classes a directory for the class path, with the weaver's configuration
   */
  static ChildJvm woven(Class<?> main, List<String> properties, Path classes) {
    String weaver =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.contains("aspectjweaver"))
            .findFirst()
            .orElseThrow();
    return run(
        main,
        properties,
        classes + File.pathSeparator + classPath(DATA_REST),
        "-javaagent:" + weaver);
  }

  private static ChildJvm start(Class<?> main, List<String> properties, Pattern without) {
    return run(main, properties, classPath(without));
  }

  private static String classPath(Pattern without) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !without.matcher(entry).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static ChildJvm run(
      Class<?> main, List<String> properties, String classPath, String... options) {
    return run(Path.of(System.getProperty("java.home")), main, properties, classPath, options);
  }

  private static ChildJvm run(
      Path home, Class<?> main, List<String> properties, String classPath, String... options) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, main.getName()));
    properties.forEach(each -> command.add("--" + each));
    try {
      Path output = Files.createTempFile(Path.of("target").toAbsolutePath(), "child", ".log");
      return new ChildJvm(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start(),
          output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** All it has said by now. */
  String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** All it says until it ends or says this. */
  String awaitEndOr(String text) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    try {
      while (process.isAlive() && !output().contains(text)) {
        if (System.nanoTime() > end) {
          throw new AssertionError("neither ended nor said '" + text + "':\n" + output());
        }
        Thread.sleep(50);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
    return output();
  }

  /** The number behind a text that the application printed. */
  int portAfter(String text) {
    String said = awaitEndOr(text);
    int start = said.indexOf(text);
    if (start < 0) {
      throw new AssertionError("ended without '" + text + "':\n" + said);
    }
    String digits = said.substring(start + text.length());
    return Integer.parseInt(digits.split("\\D", 2)[0]);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
