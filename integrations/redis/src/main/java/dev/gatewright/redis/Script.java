package dev.gatewright.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A script that Redis runs, as one step for everybody else.
 *
 * @param source its text
 * @param digest what Redis knows it by: SHA-1 of the text, in hexadecimal. A name, not a protection
 */
record Script(String source, String digest) {

  static final Script ACQUIRE = of("one-bucket.lua", "counters.lua", "acquire.lua");
  static final Script GIVE_BACK = of("counters.lua", "give-back.lua");
  static final Script CUT_OFF = of("cut-off.lua");
  static final Script USE_ONCE = of("use-once.lua");

  private static Script of(String... resources) {
    StringBuilder source = new StringBuilder();
    for (String resource : resources) {
      source.append(read(resource));
    }
    return new Script(source.toString(), sha1(source.toString()));
  }

  private static String read(String resource) {
    try (InputStream stream = Script.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            resource + " is not in the jar. Fix: keep it where jars are merged.");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha1(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-1", e);
    }
  }
}
