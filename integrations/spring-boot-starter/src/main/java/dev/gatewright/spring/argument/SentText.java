package dev.gatewright.spring.argument;

import dev.gatewright.spring.text.StrictText;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Looks at text before a server or Spring MVC decodes it, and so tells a replacement character that
 * was sent from one that stands for something else.
 */
final class SentText {
  private static final int HEXADECIMAL = 16;

  private SentText() {}

  /** Whether a name or value of a parameter is text. Of forms only the decoded text is known. */
  static boolean isParameter(HttpServletRequest request, String text) {
    if (StrictText.isDecoded(text)) {
      return true;
    }
    String query = request.getQueryString();
    if (query == null || isForm(request) || !isSound(text)) {
      return false;
    }
    for (String parameter : query.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      if (text.equals(decoded(name.replace('+', ' ')))
          || (equals >= 0
              && text.equals(decoded(parameter.substring(equals + 1).replace('+', ' '))))) {
        return decoded(query) != null;
      }
    }
    return false;
  }

  /** Whether a part of the path, or a parameter in it, is text. */
  static boolean isPath(HttpServletRequest request, String text) {
    return StrictText.isDecoded(text)
        || (isSound(text) && decoded(request.getRequestURI()) != null);
  }

  /** The text that percent-encoded UTF-8 stands for; null where it is none. */
  static @Nullable String decoded(String encoded) {
    byte[] sent = encoded.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(sent.length);
    for (int i = 0; i < sent.length; i++) {
      if (sent[i] != '%') {
        bytes.write(sent[i]);
        continue;
      }
      int high = i + 2 < sent.length ? Character.digit(sent[i + 1], HEXADECIMAL) : -1;
      int low = i + 2 < sent.length ? Character.digit(sent[i + 2], HEXADECIMAL) : -1;
      if (high < 0 || low < 0) {
        return null;
      }
      bytes.write(high * HEXADECIMAL + low);
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException malformed) {
      return null;
    }
  }

  static boolean isSound(String text) {
    return StrictText.isSound(text.toCharArray(), 0, text.length());
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    String start = type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
    return start.startsWith("application/x-www-form-urlencoded") || start.startsWith("multipart/");
  }
}
