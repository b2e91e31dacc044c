package dev.gatewright.authentication.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of a request to another server. */
public sealed interface HttpOutcome {

  /**
   * The server answered in full. The text form does not hold the body.
   *
   * @param status the status code; redirections are not followed and arrive as they are
   * @param contentType the first {@code Content-Type}; null where there is none
   * @param body the content
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answered(int status, @Nullable String contentType, byte[] body) implements HttpOutcome {

    /** Whether the media type is this one, whatever its parameters. */
    public boolean is(String mediaType) {
      if (contentType == null) {
        return false;
      }
      int parameters = contentType.indexOf(';');
      String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
      return type.strip().toLowerCase(Locale.ROOT).equals(mediaType);
    }

    @Override
    public String toString() {
      return "Answered[status=" + status + ", bytes=" + body.length + "]";
    }
  }

  /**
   * There is no answer, or none that was read to its end.
   *
   * @param reason why, for the log; holds nothing of what was sent or received
   * @param kind what kind of failure that is
   */
  record Failed(String reason, Kind kind) implements HttpOutcome {

    /** A failure of no particular kind. */
    public Failed(String reason) {
      this(reason, Kind.OTHER);
    }
  }

  /** Kinds of failures that something can be done about. */
  enum Kind {
    /** No address belongs to the host's name. */
    UNKNOWN_HOST,
    /** Nothing answers at that address and port. */
    NOT_LISTENING,
    /** The server's certificate is of an authority that is not trusted. */
    UNTRUSTED,
    /** Anything else. */
    OTHER
  }
}
