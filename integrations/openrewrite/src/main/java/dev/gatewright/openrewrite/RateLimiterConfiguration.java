package dev.gatewright.openrewrite;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.properties.PropertiesVisitor;
import org.openrewrite.properties.tree.Properties;
import org.openrewrite.yaml.YamlIsoVisitor;
import org.openrewrite.yaml.tree.Yaml;

/**
 * What {@code application.yml} and {@code application.properties} say about the rate limiters of
 * resilience4j. Filled by {@link #scan} on one thread, only read from then on.
 */
final class RateLimiterConfiguration {
  private static final Pattern FILE = Pattern.compile("application(-.*)?\\.(ya?ml|properties)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");
  private static final Pattern SIMPLE = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)?");
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final String PROFILE = "spring.config.activate.onprofile";

  /** Values by keys in small letters without hyphens, except for the names in them. */
  private final Map<String, Set<String>> values = new HashMap<>();

  /** Keys of which a value holds only in a profile. */
  private final Set<String> conditional = new HashSet<>();

  /** What is known of one rate limiter. */
  sealed interface Numbers {}

  /** The numbers of a rate limiter that refuses at once. */
  record Known(long permits, Duration period) implements Numbers {}

  /** Why it is not known, or waits. */
  record Unknown(String reason) implements Numbers {}

  /** What is known of a rate limiter. */
  Numbers numbers(String name) {
    if (!NAME.matcher(name).matches()) {
      return new Unknown("the name is no plain one");
    }
    Reading permits = read(name, "limitforperiod");
    Reading period = read(name, "limitrefreshperiod");
    Reading wait = read(name, "timeoutduration");
    for (Reading reading : List.of(permits, period, wait)) {
      if (reading.isAmbiguous()) {
        return new Unknown("its configuration has several values, or some for a profile only");
      }
    }
    String number = permits.value();
    Duration refresh = duration(period.value());
    if (number == null || !NUMBER.matcher(number).matches() || refresh == null) {
      return new Unknown(
          "its limitForPeriod and limitRefreshPeriod are not found as plain values of the"
              + " application's configuration");
    }
    if (refresh.toMillis() < 1 || refresh.compareTo(LONGEST) > 0) {
      return new Unknown("its limitRefreshPeriod is shorter than 1 ms or longer than 366 days");
    }
    Duration timeout = duration(wait.value());
    if (timeout == null || !timeout.isZero()) {
      return new Unknown(
          "calls wait there (timeoutDuration, 5 s unless it is set), which @RateLimited("
              + text(Long.parseLong(number), refresh)
              + ") would refuse at once: write it if that is meant");
    }
    return new Known(Long.parseLong(number), refresh);
  }

  /** Numbers as attributes of {@code @RateLimited}. */
  static String text(long permits, Duration period) {
    return "permits = " + permits + ", per = \"" + text(period) + "\"";
  }

  private static String text(Duration period) {
    long millis = period.toMillis();
    if (millis % 1_000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1_000;
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  /** A value, if there is one. */
  private record Reading(@Nullable String value, boolean isAmbiguous) {}

  /** A property of an instance, else of the configuration that the instance names as its base. */
  private Reading read(String name, String property) {
    Reading own = value("instances", name, property);
    if (own.value() != null || own.isAmbiguous()) {
      return own;
    }
    Reading base = value("instances", name, "baseconfig");
    return base.value() == null || base.isAmbiguous()
        ? base
        : value("configs", base.value(), property);
  }

  private Reading value(String group, String name, String property) {
    String key = "resilience4j.ratelimiter." + group + "." + name + "." + property;
    Set<String> found = values.getOrDefault(key, Set.of());
    return found.size() == 1 && !conditional.contains(key)
        ? new Reading(found.iterator().next(), false)
        : new Reading(null, !found.isEmpty());
  }

  /** Null of what is no duration as Spring Boot reads them. */
  private static @Nullable Duration duration(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Matcher simple = SIMPLE.matcher(text);
    if (simple.matches()) {
      long number = Long.parseLong(simple.group(1));
      String unit = simple.group(2);
      return switch (unit == null ? "ms" : unit) {
        case "ms" -> Duration.ofMillis(number);
        case "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> Duration.ofDays(number);
      };
    }
    try {
      Duration duration = text.length() > 40 ? null : Duration.parse(text);
      return duration == null
              || duration.isNegative()
              || duration.compareTo(LONGEST) > 0
              || !duration.equals(Duration.ofMillis(duration.toMillis()))
          ? null
          : duration;
    } catch (DateTimeParseException otherwise) {
      return null;
    }
  }

  /** Reads a source, if it is a configuration of the application. */
  void scan(Tree tree) {
    if (tree instanceof Yaml.Documents documents && isConfiguration(documents.getSourcePath())) {
      for (Yaml.Document document : documents.getDocuments()) {
        Map<String, String> entries = new HashMap<>();
        new Entries().visit(document, entries);
        add(documents.getSourcePath(), entries);
      }
    } else if (tree instanceof Properties.File file && isConfiguration(file.getSourcePath())) {
      Map<String, String> entries = new HashMap<>();
      TreeVisitor<?, Map<String, String>> visitor =
          new PropertiesVisitor<>() {
            @Override
            public Properties visitEntry(Properties.Entry entry, Map<String, String> to) {
              to.put(canonical(entry.getKey()), entry.getValue().getText().strip());
              return entry;
            }
          };
      visitor.visit(file, entries);
      add(file.getSourcePath(), entries);
    }
  }

  private static boolean isConfiguration(Path path) {
    return FILE.matcher(path.getFileName().toString()).matches()
        && !path.toString().replace('\\', '/').contains("src/test/");
  }

  private void add(Path path, Map<String, String> entries) {
    boolean isConditional =
        path.getFileName().toString().startsWith("application-")
            || entries.containsKey(PROFILE)
            || entries.containsKey("spring.profiles");
    entries.forEach(
        (key, value) -> {
          if (key.startsWith("resilience4j.ratelimiter.")) {
            values.computeIfAbsent(key, any -> new HashSet<>()).add(value);
            if (isConditional) {
              conditional.add(key);
            }
          }
        });
  }

  /** A key in small letters and without hyphens, except for the name of an instance. */
  private static String canonical(String key) {
    String[] parts = key.split("\\.", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean isName =
          i == 3 && plain(parts[0]).equals("resilience4j") && plain(parts[1]).equals("ratelimiter");
      parts[i] = isName ? parts[i] : plain(parts[i]);
    }
    return String.join(".", parts);
  }

  private static String plain(String part) {
    return part.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }

  /** The scalars of a document by their paths. */
  private static final class Entries extends YamlIsoVisitor<Map<String, String>> {
    private String path = "";

    @Override
    public Yaml.Mapping.Entry visitMappingEntry(
        Yaml.Mapping.Entry entry, Map<String, String> entries) {
      String outer = path;
      path = outer.isEmpty() ? entry.getKey().getValue() : outer + "." + entry.getKey().getValue();
      if (entry.getValue() instanceof Yaml.Scalar scalar) {
        entries.put(canonical(path), scalar.getValue().strip());
      }
      Yaml.Mapping.Entry visited = super.visitMappingEntry(entry, entries);
      path = outer;
      return visited;
    }
  }
}
