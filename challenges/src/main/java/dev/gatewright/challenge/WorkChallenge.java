package dev.gatewright.challenge;

import dev.gatewright.authentication.strict.Sha256;
import dev.gatewright.authentication.strict.StrictBase64Url;
import dev.gatewright.runtime.challenge.ChallengeSubject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A challenge to work, as it travels: 74 bytes in 99 characters of base64url. All that is needed to
 * verify an answer is in it, so that nothing is stored for clients that never come back.
 *
 * <pre>
 * version     1 byte   1
 * difficulty  1 byte   bits that must be zero
 * expiry      8 bytes  milliseconds since 1970-01-01T00:00Z
 * salt       16 bytes  random, never the same twice
 * binding    16 bytes  limit, key and address, hashed under the secret
 * signature  32 bytes  HMAC-SHA256 of all before it
 * </pre>
 */
final class WorkChallenge {
  static final int SALT_BYTES = 16;

  /** Characters of its text. */
  static final int LENGTH = 99;

  private static final byte VERSION = 1;
  private static final int DIFFICULTY_AT = 1;
  private static final int EXPIRY_AT = 2;
  private static final int SALT_AT = EXPIRY_AT + Long.BYTES;
  private static final int BINDING_AT = SALT_AT + SALT_BYTES;
  private static final int SIGNATURE_AT = BINDING_AT + ChallengeKey.BINDING_BYTES;
  private static final int BYTES = SIGNATURE_AT + ChallengeKey.SIGNATURE_BYTES;

  private final byte[] bytes;

  private WorkChallenge(byte[] bytes) {
    this.bytes = bytes;
  }

  static WorkChallenge sign(
      int difficulty, Instant expiry, byte[] salt, ChallengeSubject subject, ChallengeKey key) {
    ByteBuffer buffer = ByteBuffer.allocate(BYTES);
    buffer.put(VERSION);
    buffer.put((byte) difficulty);
    buffer.putLong(expiry.toEpochMilli());
    buffer.put(salt);
    buffer.put(key.binding(subject));
    buffer.put(key.signature(buffer.array(), SIGNATURE_AT));
    return new WorkChallenge(buffer.array());
  }

  /** Null where the text is no challenge of this version. Its signature is yet to be verified. */
  static @Nullable WorkChallenge parse(String text) {
    if (text.length() != LENGTH) {
      return null;
    }
    byte[] bytes = StrictBase64Url.decode(text, 0, LENGTH);
    return bytes != null && bytes.length == BYTES && bytes[0] == VERSION
        ? new WorkChallenge(bytes)
        : null;
  }

  boolean isSignedBy(ChallengeKey key) {
    return MessageDigest.isEqual(
        key.signature(bytes, SIGNATURE_AT), Arrays.copyOfRange(bytes, SIGNATURE_AT, BYTES));
  }

  boolean isFor(ChallengeSubject subject, ChallengeKey key) {
    return MessageDigest.isEqual(
        key.binding(subject), Arrays.copyOfRange(bytes, BINDING_AT, SIGNATURE_AT));
  }

  int difficulty() {
    return bytes[DIFFICULTY_AT];
  }

  Instant expiry() {
    return Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong(EXPIRY_AT));
  }

  /** Of the whole challenge, whatever the answer: one challenge is solved once. */
  String replayKey() {
    return Sha256.base64Url(bytes);
  }

  String text() {
    return StrictBase64Url.encode(bytes);
  }
}
