package dev.gatewright.vault;

import dev.gatewright.secret.SecretUnavailableException;
import dev.gatewright.secret.SecretValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a path.
 *
 * @param deleted whether it was deleted or destroyed; it then has no fields
 * @param fields holds secrets, so the text form leaves them out
 */
record VaultVersion(long number, Instant createdAt, boolean deleted, Map<?, ?> fields) {

  /**
   * The version that Vault answered with; null if there is none, or none any more.
   *
   * @throws SecretUnavailableException if it answered anything else
   */
  static @Nullable VaultVersion of(VaultReply reply, Instant now) {
    if (reply.status() != 200 && reply.status() != 404) {
      throw reply.refused();
    }
    Map<?, ?> json = reply.json();
    Map<?, ?> data = reply.object(json, "data");
    if (data == null) {
      // Nobody has stored anything, or it was one version too many and has been dropped.
      if (reply.status() == 404 && json.containsKey("errors")) {
        return null;
      }
      throw reply.malformed("it holds no data");
    }
    Map<?, ?> metadata = reply.object(data, "metadata");
    if (metadata == null
        || !(metadata.get("version") instanceof Long number)
        || !(metadata.get("created_time") instanceof String created)
        || !(metadata.get("deletion_time") instanceof String deletion)
        || !(metadata.get("destroyed") instanceof Boolean destroyed)) {
      throw reply.malformed("it is not of a key/value engine, version 2");
    }
    Map<?, ?> fields = reply.object(data, "data");
    // A time to come is when a version that still holds will be deleted.
    boolean deleted =
        destroyed || fields == null || (!deletion.isEmpty() && !time(reply, deletion).isAfter(now));
    return new VaultVersion(
        number, time(reply, created), deleted, deleted || fields == null ? Map.of() : fields);
  }

  /** A field that is text; null if there is none. */
  @Nullable SecretValue field(String name, String field) {
    return fields.get(field) instanceof String text ? SecretValue.of(name, text) : null;
  }

  @Override
  public String toString() {
    return "VaultVersion[" + number + (deleted ? ", deleted]" : "]");
  }

  private static Instant time(VaultReply reply, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw reply.malformed("it holds a time that is none");
    }
  }
}
