package dev.gatewright.jdbc;

import static dev.gatewright.jdbc.Column.at;

import dev.gatewright.authentication.apikey.ApiKey;
import dev.gatewright.authentication.apikey.ApiKeyStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * API keys in the table {@code gatewright_api_key} of {@link JdbcSchema#API_KEYS}, on H2 or
 * PostgreSQL. Thread-safe as its data source is. Nothing is cached: a key that was revoked by
 * another process is refused on the next request. Instants are kept in whole milliseconds.
 *
 * <p>Each method is one transaction on a connection of its own, and no part of one that is open
 * elsewhere unless the data source says so. Failures are {@link DatabaseException}s.
 */
public final class JdbcApiKeyStore implements ApiKeyStore {
  private static final String SELECT =
      "select id, hash, owner, scopes, roles, created_at, expires_at, revoked_at, last_used_at"
          + " from gatewright_api_key ";

  private final Database database;

  /** Keys of this database, in which the table exists. */
  public JdbcApiKeyStore(DataSource dataSource) {
    database = new Database(dataSource);
  }

  @Override
  public Optional<ApiKey> findById(String id) {
    return database.query(SELECT + "where id = ?", JdbcApiKeyStore::key, id).stream().findFirst();
  }

  @Override
  public List<ApiKey> findByOwner(String owner) {
    return database.query(
        SELECT + "where owner = ? order by created_at nulls first, id",
        JdbcApiKeyStore::key,
        owner);
  }

  @Override
  public void insert(ApiKey key) {
    try {
      database.update(
          "insert into gatewright_api_key (id, hash, owner, scopes, roles, created_at, expires_at,"
              + " revoked_at, last_used_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          key.id(),
          key.hash(),
          key.owner(),
          Column.words(key.scopes()),
          Column.words(key.roles()),
          at(key.createdAt()),
          at(key.expiresAt()),
          at(key.revokedAt()),
          at(key.lastUsedAt()));
    } catch (DatabaseException e) {
      if (e.isDuplicate()) {
        throw new IllegalStateException(
            "There is an API key with the id '" + key.id() + "'. Fix: mint another.", e);
      }
      throw e;
    }
  }

  @Override
  public boolean endBy(String id, Instant instant) {
    return database.update(
            "update gatewright_api_key set expires_at ="
                + " case when expires_at < ? then expires_at else ? end"
                + " where id = ? and revoked_at is null",
            at(instant),
            at(instant),
            id)
        == 1;
  }

  @Override
  public boolean revoke(String id, Instant now) {
    return database.update(
            "update gatewright_api_key set revoked_at = coalesce(revoked_at, ?) where id = ?",
            at(now),
            id)
        == 1;
  }

  @Override
  public void recordUse(String id, Instant instant) {
    database.update(
        "update gatewright_api_key set last_used_at = ?"
            + " where id = ? and (last_used_at is null or last_used_at < ?)",
        at(instant),
        id,
        at(instant));
  }

  @Override
  public boolean replaceHash(String id, String oldHash, String newHash) {
    return database.update(
            "update gatewright_api_key set hash = ? where id = ? and hash = ?",
            newHash,
            id,
            oldHash)
        == 1;
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return ApiKey.of(row.getString("id"), row.getString("hash"), row.getString("owner"))
        .scopes(Set.copyOf(Column.words(row, "scopes")))
        .roles(Set.copyOf(Column.words(row, "roles")))
        .createdAt(Column.instant(row, "created_at"))
        .expiresAt(Column.instant(row, "expires_at"))
        .revokedAt(Column.instant(row, "revoked_at"))
        .lastUsedAt(Column.instant(row, "last_used_at"))
        .build();
  }
}
