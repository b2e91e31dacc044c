package dev.gatewright.golden;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

public class Hidden {
  enum Level {
    LOW,
    HIGH
  }

  static class Open {}

  @Target(ElementType.TYPE_USE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Marked {
    Level level() default Level.LOW;

    String[] tags() default {};
  }

  @Target(ElementType.TYPE_USE)
  @Retention(RetentionPolicy.SOURCE)
  @interface Note {}

  @Target(ElementType.TYPE_USE)
  private @interface Secret {}

  @dev.gatewright.Secured
  static class Notes {
    void dropped(List<@Note String> notes, List<@Secret String> secrets) {}

    List<Hidden.@Marked Open> kept(@Marked(tags = "x") String text) {
      return List.of();
    }
  }
}
