package dev.gatewright.jdbc;

import java.sql.SQLException;

/**
 * The database failed or refused. Its message has the SQL state only: those of drivers quote values
 * and statements. The driver's exception is not its cause for the same reason.
 */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sqlState;

  DatabaseException(SQLException e) {
    super(
        "The database failed with SQL state "
            + e.getSQLState()
            + ". Fix: look into the database's own log.");
    sqlState = e.getSQLState() == null ? "" : e.getSQLState();
    setStackTrace(e.getStackTrace());
  }

  /** The SQL state: five characters, or none where the driver gave none. */
  public String sqlState() {
    return sqlState;
  }

  boolean isDuplicate() {
    return sqlState.equals("23505");
  }
}
