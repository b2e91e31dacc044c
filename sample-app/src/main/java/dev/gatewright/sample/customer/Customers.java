package dev.gatewright.sample.customer;

import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores customers in the database. Thread-safe. */
@Repository
public class Customers {
  private final JdbcClient database;

  Customers(JdbcClient database) {
    this.database = database;
  }

  /** Finds the customer of this name, whatever its case. */
  public Optional<Customer> find(String username) {
    return database
        .sql(
            "select username, password_hash, one_time_code_secret, role, scopes from customer"
                + " where username = ?")
        .param(username)
        .query(
            (row, number) ->
                new Customer(
                    row.getString("username"),
                    row.getString("password_hash"),
                    row.getString("one_time_code_secret"),
                    row.getString("role"),
                    List.of(row.getString("scopes").split(" "))))
        .optional();
  }

  /** Stores a new customer, without a password; keeps the old one where there is one. */
  void add(String username, String email) {
    try {
      database
          .sql(
              "insert into customer (username, email, role, scopes)"
                  + " values (?, ?, 'customer', 'accounts:read')")
          .params(username, email)
          .update();
    } catch (DuplicateKeyException taken) {
      // Not told, or anybody could enumerate the customers (OWASP WSTG-IDNT-04).
    }
  }

  /**
   * Stores that a one-time code was used, so that it cannot be used again (RFC 6238, section 5.2).
   *
   * @param step the code's time step
   * @return false if this step, or a later one, was used before
   */
  public boolean useOneTimeCode(String username, long step) {
    return database
            .sql(
                "update customer set last_one_time_code_step = ?"
                    + " where username = ? and last_one_time_code_step < ?")
            .params(step, username, step)
            .update()
        == 1;
  }

  /** Returns the time step of the last one-time code that was used; 0 if none was. */
  public long lastOneTimeCodeStep(String username) {
    return database
        .sql("select last_one_time_code_step from customer where username = ?")
        .param(username)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }
}
