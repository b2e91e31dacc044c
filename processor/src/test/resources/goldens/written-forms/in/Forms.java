package dev.gatewright.golden;

import dev.gatewright.Secured;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.AtomicMoveNotSupportedException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** All that decides how a member is written: its length, and other members' types. */
@Secured(roles = "r")
public class Forms {
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Wiring {
    String value() default "";

    Class<?>[] types() default {};

    Nested[] nested() default {};

    long number() default 0;
  }

  @Retention(RetentionPolicy.RUNTIME)
  public @interface Nested {
    String[] value();
  }

  public static class Row$1 {}

  public static class Entry {}

  @Wiring(
      value = "two\nlines",
      types = {Date.class, java.sql.Date.class, Map.Entry.class},
      nested = {@Nested({"a", "b\n"}), @Nested({})},
      number = 1L)
  @Nested({"first", "second"})
  @Deprecated
  public Forms(
      @Wiring(value = "a name that fills the line", number = 2L) String transport,
      @Nested("two\nlines") List<Map.Entry<String, Entry>> entries,
      Map.@Nullable Entry<String, ? super Row$1> annotated) {}

  <Date extends Number & Comparable<Date>> Forms(Date hides, java.sql.Date other) {}

  /** Here a type parameter hides the class of that name that others import. */
  public <Date extends Comparable<? super Date>, Moved> Map<Date, Moved> hiding(
      Date one, java.util.Date other, dev.gatewright.golden.Moved same, Entry own) {
    return Map.of();
  }

  public Date first(java.sql.Date second, Moved same, Map.Entry<Entry, Row$1> entry, Row$1 $) {
    return second;
  }

  public void fillsOneHundredColumnsWell(String first, String second, String third, String fourth) {}

  public void needsOneHundredAndOneColumn(String first, String second, String third, String fourth) {}

  public List<Map<String, List<Map<String, List<Map<String, List<String>>>>>>> aNameSoLongThatTheFirstParameterWraps(
      String only) {
    return List.of();
  }

  public String throwing(String first, String second)
      throws IOException, TimeoutException, ExecutionException, AtomicMoveNotSupportedException {
    return first;
  }

  public void variableArity(String first, String second, String third, @Nullable String... further) {}

  public void deep(@Size(max = 3, message = "at most\n3") String[] @Nullable ... names) {}
}
