package dev.gatewright.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as columns hold them. */
final class Column {
  private Column() {}

  static void set(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof Moment moment) {
      Instant instant = moment.instant();
      if (instant == null) {
        statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
      } else {
        statement.setObject(index, stored(instant).atOffset(ZoneOffset.UTC));
      }
    } else {
      statement.setString(index, (String) value);
    }
  }

  /** An instant, which may be missing. */
  record Moment(@Nullable Instant instant) {}

  static Moment at(@Nullable Instant instant) {
    return new Moment(instant);
  }

  /** What a column keeps of an instant: whole milliseconds. */
  static Instant stored(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  /** Words, none of which has a space in it, sorted so that one set has one text. */
  static String words(Collection<String> words) {
    return String.join(" ", words.stream().sorted().toList());
  }

  static List<String> words(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null || text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
