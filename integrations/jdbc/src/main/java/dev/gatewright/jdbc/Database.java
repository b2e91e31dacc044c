package dev.gatewright.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs prepared statements, each call in a transaction of its own. Thread-safe. */
final class Database {

  /** How long a statement may take, in seconds. */
  private static final int TIMEOUT_SECONDS = 5;

  private final DataSource dataSource;

  Database(DataSource dataSource) {
    this.dataSource = Objects.requireNonNull(dataSource);
  }

  /** Reads one row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What happens in one transaction; false undoes it. */
  @FunctionalInterface
  interface Work {
    boolean in(Transaction transaction) throws SQLException;
  }

  <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    try (Connection connection = dataSource.getConnection()) {
      return new Transaction(connection).query(sql, reader, parameters);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  int update(String sql, @Nullable Object... parameters) {
    int[] rows = new int[1];
    transact(
        transaction -> {
          rows[0] = transaction.update(sql, parameters);
          return true;
        });
    return rows[0];
  }

  /** Whether the work was done; where it was not, or throws, nothing of it was. */
  boolean transact(Work work) {
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        done = work.in(new Transaction(connection));
        if (done) {
          connection.commit();
        }
        return done;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Statements on one connection. */
  static final class Transaction {
    private final Connection connection;

    private Transaction(Connection connection) {
      this.connection = connection;
    }

    <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters)
        throws SQLException {
      try (PreparedStatement statement = prepared(sql, parameters);
          ResultSet result = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(reader.read(result));
        }
        return rows;
      }
    }

    int update(String sql, @Nullable Object... parameters) throws SQLException {
      try (PreparedStatement statement = prepared(sql, parameters)) {
        return statement.executeUpdate();
      }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... parameters)
        throws SQLException {
      PreparedStatement statement = connection.prepareStatement(sql);
      try {
        statement.setQueryTimeout(TIMEOUT_SECONDS);
        for (int i = 0; i < parameters.length; i++) {
          Column.set(statement, i + 1, parameters[i]);
        }
        return statement;
      } catch (SQLException | RuntimeException e) {
        statement.close();
        throw e;
      }
    }
  }
}
