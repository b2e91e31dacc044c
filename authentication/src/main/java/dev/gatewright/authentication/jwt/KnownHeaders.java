package dev.gatewright.authentication.jwt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The headers of tokens that were verified, by the text of their segment: an issuer's tokens share
 * one header until its key changes. Strangers cannot add to them. Holds no more than 16.
 * Thread-safe, without a lock.
 */
final class KnownHeaders {
  private static final int MAX_HEADERS = 16;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Known(byte[] segment, JwtHeader header) {}

  private volatile Known[] headers = {};

  /** The header that this segment, from the start of the text, is the text of; null if unknown. */
  @Nullable JwtHeader find(byte[] text, int length) {
    for (Known known : headers) {
      if (Arrays.equals(known.segment, 0, known.segment.length, text, 0, length)) {
        return known.header;
      }
    }
    return null;
  }

  /** Remembers the header of a verified token: its segment is the start of the text. */
  void remember(byte[] text, int length, JwtHeader header) {
    if (find(text, length) != null) {
      return;
    }
    // Two threads may each forget what the other adds; it is then parsed once more.
    Known[] before = headers;
    int kept = before.length < MAX_HEADERS ? before.length : 0;
    Known[] after = Arrays.copyOf(before, kept + 1);
    after[kept] = new Known(Arrays.copyOf(text, length), header);
    headers = after;
  }
}
