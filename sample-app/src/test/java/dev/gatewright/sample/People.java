package dev.gatewright.sample;

import dev.gatewright.sample.shared.Person;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** New people for a test, so that no other test uses up their limits. */
@Component
public class People {
  private static final String PASSWORD = "correct horse battery staple";

  private final JdbcClient database;
  private final AtomicInteger count = new AtomicInteger();
  private final SecureRandom random = new SecureRandom();
  private final String passwordHash = new BCryptPasswordEncoder(4).encode(PASSWORD);

  People(JdbcClient database) {
    this.database = database;
  }

  /** A customer with money. */
  public Person customer(String balance) {
    return person("customer", "accounts:read transfers:write", balance);
  }

  /** Anybody. */
  public Person person(String role, String scopes, String balance) {
    String username = "person-" + count.incrementAndGet();
    byte[] secret = new byte[20];
    random.nextBytes(secret);
    Person person =
        new Person(username, PASSWORD, HexFormat.of().formatHex(secret), UUID.randomUUID());
    database
        .sql(
            "insert into customer"
                + " (username, email, password_hash, one_time_code_secret, role, scopes)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(
            username,
            username + "@example.com",
            passwordHash,
            person.oneTimeCodeSecret(),
            role,
            scopes)
        .update();
    database
        .sql("insert into account (id, owner, balance) values (?, ?, ?)")
        .params(person.account(), username, new BigDecimal(balance))
        .update();
    return person;
  }

  /** What is on somebody's account. */
  public BigDecimal balanceOf(Person person) {
    return database
        .sql("select balance from account where id = ?")
        .param(person.account())
        .query(BigDecimal.class)
        .single();
  }
}
