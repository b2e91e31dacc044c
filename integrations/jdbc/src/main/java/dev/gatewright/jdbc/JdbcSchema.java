package dev.gatewright.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The tables that the stores need, as SQL for H2 and PostgreSQL. It creates what must not be there
 * yet: run it once, or hand it to the tool that migrates your database.
 */
public enum JdbcSchema {
  /** For {@link JdbcApiKeyStore}. */
  API_KEYS("api-keys.sql"),
  /** For {@link JdbcRefreshTokenStore}. */
  REFRESH_TOKENS("refresh-tokens.sql");

  private final String resource;

  JdbcSchema(String resource) {
    this.resource = resource;
  }

  /** Where the SQL is on the class path: {@code dev/gatewright/jdbc/api-keys.sql}. */
  public String location() {
    return "dev/gatewright/jdbc/" + resource;
  }

  /** The statements, in order, without semicolons. */
  public List<String> statements() {
    try (InputStream stream = JdbcSchema.class.getResourceAsStream(resource)) {
      String script =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(script.replaceAll("(?m)^\\s*--.*$", "").split(";"))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("The jar of gatewright-jdbc lacks " + location(), e);
    }
  }
}
