package dev.gatewright.processor.scan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The adapters that an application has of its own, as the compiler's option names them.
 *
 * @param names as written, separated by commas
 */
public record Adapters(Set<String> names) {
  /** The compiler's option, without {@code -A}. */
  public static final String OPTION = "gatewright.adapters";

  /** Copies what it is given. */
  public Adapters {
    names = Set.copyOf(names);
  }

  /** Reads the option's value; null means that it was not given. */
  public static Adapters parse(@Nullable String value) {
    Set<String> names = new LinkedHashSet<>();
    if (value != null) {
      Stream.of(value.split(","))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .forEach(names::add);
    }
    return new Adapters(names);
  }

  /** Every name that an application may use. */
  public static List<String> known() {
    return MappingFramework.adapters();
  }

  /** Names that no framework has, in alphabetical order. */
  public List<String> unknown() {
    List<String> unknown = new ArrayList<>(names);
    unknown.removeAll(known());
    unknown.sort(null);
    return unknown;
  }

  /** Whether guards decide in that framework: by an adapter of ours, or one of the application. */
  boolean serve(MappingFramework framework) {
    return framework.adapter().map(names::contains).orElse(true);
  }
}
