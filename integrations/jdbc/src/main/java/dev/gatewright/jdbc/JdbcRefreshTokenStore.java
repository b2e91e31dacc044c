package dev.gatewright.jdbc;

import static dev.gatewright.jdbc.Column.at;

import dev.gatewright.issuing.refresh.RefreshFamily;
import dev.gatewright.issuing.refresh.RefreshGrant;
import dev.gatewright.issuing.refresh.RefreshTokenStore;
import dev.gatewright.issuing.refresh.StoredRefreshToken;
import dev.gatewright.issuing.refresh.StoredRefreshToken.IssuedAccess;
import dev.gatewright.jdbc.Database.Transaction;
import dev.gatewright.runtime.caller.Confirmation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Refresh tokens in the tables {@code gatewright_refresh_family} and {@code
 * gatewright_refresh_token} of {@link JdbcSchema#REFRESH_TOKENS}, on H2 or PostgreSQL. Thread-safe
 * as its data source is. Instants are kept in whole milliseconds.
 *
 * <p>Using a token up and revoking its family lock the family's row first, so that at isolation
 * level READ COMMITTED, the default of both databases, one happens wholly before the other.
 * Failures are {@link DatabaseException}s.
 */
public final class JdbcRefreshTokenStore implements RefreshTokenStore {
  private final Database database;

  /** Tokens of this database, in which the tables exist. */
  public JdbcRefreshTokenStore(DataSource dataSource) {
    database = new Database(dataSource);
  }

  @Override
  public void insert(RefreshFamily family, StoredRefreshToken first) {
    RefreshGrant grant = family.grant();
    database.transact(
        transaction -> {
          transaction.update(
              "insert into gatewright_refresh_family (id, subject, client_id, scopes,"
                  + " authentication_methods, authenticated_at, certificate_thumbprint,"
                  + " key_thumbprint, ends_at, revoked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              family.id(),
              grant.subject(),
              grant.clientId(),
              String.join(" ", grant.scopes()),
              String.join(" ", grant.authenticationMethods()),
              at(grant.authenticatedAt()),
              grant.confirmation().certificateThumbprint(),
              grant.confirmation().keyThumbprint(),
              at(family.endsAt()),
              at(family.revokedAt()));
          insert(transaction, family.id(), first);
          return true;
        });
  }

  private static void insert(Transaction transaction, String familyId, StoredRefreshToken token)
      throws SQLException {
    transaction.update(
        "insert into gatewright_refresh_token (hash, family_id, expires_at, used_at,"
            + " access_token_id, access_token_expires_at) values (?, ?, ?, ?, ?, ?)",
        token.hash(),
        familyId,
        at(token.expiresAt()),
        at(token.usedAt()),
        token.accessToken().id(),
        at(token.accessToken().expiresAt()));
  }

  @Override
  public Optional<Found> find(String hash) {
    return database
        .query(
            "select f.id, f.subject, f.client_id, f.scopes, f.authentication_methods,"
                + " f.authenticated_at, f.certificate_thumbprint, f.key_thumbprint, f.ends_at,"
                + " f.revoked_at, t.hash, t.expires_at, t.used_at, t.access_token_id,"
                + " t.access_token_expires_at from gatewright_refresh_token t"
                + " join gatewright_refresh_family f on f.id = t.family_id where t.hash = ?",
            row -> new Found(family(row), token(row)),
            hash)
        .stream()
        .findFirst();
  }

  @Override
  public boolean replace(String usedHash, Instant now, StoredRefreshToken next) {
    return database.transact(
        transaction -> {
          List<String> live =
              transaction.query(
                  "select id from gatewright_refresh_family where id ="
                      + " (select family_id from gatewright_refresh_token where hash = ?)"
                      + " and revoked_at is null for update",
                  row -> row.getString("id"),
                  usedHash);
          if (live.isEmpty() || !useUp(transaction, usedHash, now)) {
            return false;
          }
          insert(transaction, live.get(0), next);
          return true;
        });
  }

  private static boolean useUp(Transaction transaction, String hash, Instant now)
      throws SQLException {
    return transaction.update(
            "update gatewright_refresh_token set used_at = ? where hash = ? and used_at is null",
            at(now),
            hash)
        == 1;
  }

  @Override
  public List<IssuedAccess> revoke(String familyId, Instant now, Instant over) {
    List<IssuedAccess> live = new ArrayList<>();
    database.transact(
        transaction -> {
          transaction.update(
              "update gatewright_refresh_family set revoked_at = coalesce(revoked_at, ?)"
                  + " where id = ?",
              at(now),
              familyId);
          live.addAll(
              transaction.query(
                  "select access_token_id, access_token_expires_at from gatewright_refresh_token"
                      + " where family_id = ? and access_token_expires_at > ?",
                  JdbcRefreshTokenStore::access,
                  familyId,
                  at(over)));
          return true;
        });
    return live;
  }

  @Override
  public List<String> liveFamilies(String subject, Instant over) {
    return database.query(
        "select f.id from gatewright_refresh_family f where f.subject = ?"
            + " and ((f.revoked_at is null and f.ends_at > ?)"
            + " or exists (select 1 from gatewright_refresh_token t"
            + " where t.family_id = f.id and t.access_token_expires_at > ?))",
        row -> row.getString("id"),
        subject,
        at(over),
        at(over));
  }

  @Override
  public Optional<String> familyOfAccessToken(String accessTokenId) {
    return database
        .query(
            "select family_id from gatewright_refresh_token where access_token_id = ?",
            row -> row.getString("family_id"),
            accessTokenId)
        .stream()
        .findFirst();
  }

  @Override
  public int removeEnded(Instant over) {
    return database.update(
        "delete from gatewright_refresh_family where ends_at <= ?"
            + " and not exists (select 1 from gatewright_refresh_token t"
            + " where t.family_id = gatewright_refresh_family.id"
            + " and t.access_token_expires_at > ?)",
        at(over),
        at(over));
  }

  private static RefreshFamily family(ResultSet row) throws SQLException {
    RefreshGrant grant =
        new RefreshGrant(
            row.getString("subject"),
            row.getString("client_id"),
            Column.words(row, "scopes"),
            Column.words(row, "authentication_methods"),
            Column.instant(row, "authenticated_at"),
            new Confirmation(
                row.getString("certificate_thumbprint"), row.getString("key_thumbprint")));
    return new RefreshFamily(
        row.getString("id"),
        grant,
        Objects.requireNonNull(Column.instant(row, "ends_at")),
        Column.instant(row, "revoked_at"));
  }

  private static StoredRefreshToken token(ResultSet row) throws SQLException {
    return new StoredRefreshToken(
        row.getString("hash"),
        Objects.requireNonNull(Column.instant(row, "expires_at")),
        Column.instant(row, "used_at"),
        access(row));
  }

  private static IssuedAccess access(ResultSet row) throws SQLException {
    return new IssuedAccess(
        row.getString("access_token_id"),
        Objects.requireNonNull(Column.instant(row, "access_token_expires_at")));
  }
}
