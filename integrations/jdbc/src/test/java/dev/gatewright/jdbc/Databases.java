package dev.gatewright.jdbc;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Real databases, each with the tables. */
final class Databases {
  private Databases() {}

  /** A database in the memory of this process. */
  static DataSource h2() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return withTables(database);
  }

  /** The one server of this run, which ends with it. */
  static DataSource postgresql() {
    return withTables(Server.started().getPostgresDatabase());
  }

  private static DataSource withTables(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "drop table if exists gatewright_api_key, gatewright_refresh_token,"
              + " gatewright_refresh_family");
      for (JdbcSchema schema : JdbcSchema.values()) {
        for (String sql : schema.statements()) {
          statement.execute(sql);
        }
      }
      return database;
    } catch (SQLException e) {
      throw new AssertionError("the tables could not be created", e);
    }
  }

  private static final class Server {
    private static EmbeddedPostgres running;
    private static boolean tried;

    static synchronized EmbeddedPostgres started() {
      if (running == null && !tried) {
        tried = true;
        try {
          running = EmbeddedPostgres.start();
        } catch (IOException | RuntimeException e) {
          if (System.getenv("CI") != null) {
            throw new AssertionError("PostgreSQL does not start here, which CI needs", e);
          }
          abort("PostgreSQL does not start on this machine: " + e);
        }
      }
      if (running == null) {
        abort("PostgreSQL does not start on this machine: see the first of these tests.");
      }
      return running;
    }
  }
}
