package dev.gatewright.example.authorization.login;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds customers in the database. Thread-safe. */
@Repository
class Customers {
  private final JdbcClient database;

  Customers(JdbcClient database) {
    this.database = database;
  }

  /** Finds the customer of this name, whatever its case. */
  Optional<Customer> find(String username) {
    return database
        .sql(
            "select username, password_hash, one_time_code_secret from customer"
                + " where username = ?")
        .param(username)
        .query(
            (row, number) ->
                new Customer(
                    row.getString("username"),
                    row.getString("password_hash"),
                    row.getString("one_time_code_secret")))
        .optional();
  }

  /**
   * Stores that a one-time code was used, so that it cannot be used again (RFC 6238, section 5.2).
   *
   * @param step the code's time step
   * @return false if this step, or a later one, was used before
   */
  boolean useOneTimeCode(String username, long step) {
    return database
            .sql(
                "update customer set last_one_time_code_step = ?"
                    + " where username = ? and last_one_time_code_step < ?")
            .params(step, username, step)
            .update()
        == 1;
  }
}
