package dev.gatewright.example.authorization;

import dev.gatewright.sample.shared.Person;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/** Adds new people for a test, so that no other test uses up their limits. */
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

  /** Adds somebody who can log in; opens no account at the bank. */
  public Person customer() {
    String username = "person-" + count.incrementAndGet();
    byte[] secret = new byte[20];
    random.nextBytes(secret);
    Person person =
        new Person(username, PASSWORD, HexFormat.of().formatHex(secret), UUID.randomUUID());
    database
        .sql(
            "insert into customer (username, password_hash, one_time_code_secret) values (?, ?, ?)")
        .params(username, passwordHash, person.oneTimeCodeSecret())
        .update();
    return person;
  }
}
