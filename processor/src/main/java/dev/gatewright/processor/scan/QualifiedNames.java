package dev.gatewright.processor.scan;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads lists of qualified names, one line for each package: {@code org.quartz Job
 * InterruptableJob}.
 */
final class QualifiedNames {
  private QualifiedNames() {}

  /** All of them; a text may have several lines. */
  static Set<String> of(String... texts) {
    return Stream.of(texts)
        .flatMap(each -> each.lines().flatMap(QualifiedNames::ofLine))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Lines for the name space of Jakarta and for the one before it. */
  static String both(String packageName, String simpleNames) {
    return "jakarta.%1$s %2$s\njavax.%1$s %2$s".formatted(packageName, simpleNames);
  }

  private static Stream<String> ofLine(String line) {
    String[] words = line.split(" ", -1);
    return Arrays.stream(words).skip(1).map(name -> words[0] + "." + name);
  }
}
