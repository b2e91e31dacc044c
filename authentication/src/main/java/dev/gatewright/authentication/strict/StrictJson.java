package dev.gatewright.authentication.strict;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object (RFC 8259): valid UTF-8, no member twice at any level, nothing after it,
 * nested at most 16 deep. Size is bounded by the caller.
 */
public final class StrictJson {
  private StrictJson() {}

  /**
   * The object's members: strings, Long or Double, Boolean, null, List and Map.
   *
   * @param what names the text in the exception: {@code a part of the token}
   * @throws InvalidCredentialException if the bytes are anything but one well-formed object
   */
  public static Map<String, @Nullable Object> readObject(byte[] utf8, String what)
      throws InvalidCredentialException {
    requireUtf8(utf8, what);
    return new JsonReader(utf8, what).onlyObject();
  }

  private static void requireUtf8(byte[] utf8, String what) throws InvalidCredentialException {
    if (isAscii(utf8)) {
      return;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
    } catch (CharacterCodingException e) {
      throw new InvalidCredentialException(what + " is not UTF-8");
    }
  }

  /** As tokens mostly are. */
  private static boolean isAscii(byte[] bytes) {
    byte all = 0;
    for (byte each : bytes) {
      all |= each;
    }
    return all >= 0;
  }
}
