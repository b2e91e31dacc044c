package dev.gatewright.spring.argument;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** What a request says of its body, and may say once only. Immutable. */
public final class RequestHeaders {
  private static final List<String> SINGLE =
      List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH, HttpHeaders.HOST);

  private static final int MAX_ASCII = 0x7f;

  private static final String IDENTITY = "identity";

  private final Set<String> encodings;

  /**
   * Headers as they are accepted.
   *
   * @param encodings content codings that the application itself decodes, in lower case
   */
  public RequestHeaders(Set<String> encodings) {
    this.encodings = Set.copyOf(encodings);
  }

  /**
   * Looks at a request.
   *
   * @throws MalformedInputException if there is more than one of a header of which there is one
   */
  public void checkSingle(HttpServletRequest request) {
    for (String name : SINGLE) {
      Enumeration<String> values = request.getHeaders(name);
      if (values.hasMoreElements()) {
        values.nextElement();
        if (values.hasMoreElements()) {
          throw new MalformedInputException(name, ConversionTarget.REPEATED);
        }
      }
    }
    String type = request.getContentType();
    if (type != null && (isRepeated(type, "charset") || isRepeated(type, "boundary"))) {
      throw new MalformedInputException(HttpHeaders.CONTENT_TYPE, ConversionTarget.MALFORMED);
    }
    if (type != null && !isReadAsUtf8(type, request)) {
      throw new MalformedInputException(HttpHeaders.CONTENT_TYPE, ConversionTarget.MALFORMED);
    }
  }

  /**
   * Whether a form is the same in UTF-8. Servers read it so whatever it says, and Spring MVC, which
   * reads forms of other methods than POST, as it says.
   */
  private static boolean isReadAsUtf8(String type, HttpServletRequest request) {
    MediaType form;
    Charset charset;
    try {
      form = MediaType.parseMediaType(type);
      charset = form.getCharset();
    } catch (IllegalArgumentException malformed) {
      return true; // Told by what reads the body.
    }
    if (charset == null
        || charset.equals(StandardCharsets.UTF_8)
        || !form.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED)) {
      return true;
    }
    return (charset.equals(StandardCharsets.ISO_8859_1)
            || charset.equals(StandardCharsets.US_ASCII))
        && request.getParameterMap().entrySet().stream()
            .allMatch(
                field ->
                    isAscii(field.getKey())
                        && Arrays.stream(field.getValue()).allMatch(RequestHeaders::isAscii));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(next -> next <= MAX_ASCII);
  }

  /** The content codings that are accepted, for a client that sent another; null if it did not. */
  public @Nullable String refusedEncoding(HttpServletRequest request) {
    Enumeration<String> lines = request.getHeaders(HttpHeaders.CONTENT_ENCODING);
    while (lines.hasMoreElements()) {
      for (String coding : lines.nextElement().split(",", -1)) {
        String name = coding.strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty()
            && !name.equals(IDENTITY)
            && !encodings.contains(name)
            && hasBody(request)) {
          return encodings.isEmpty()
              ? IDENTITY
              : String.join(", ", encodings.stream().sorted().toList());
        }
      }
    }
    return null;
  }

  /** HTTP/2 needs no header to send a body. */
  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
        || (request.getContentLengthLong() < 0 && !request.getProtocol().startsWith("HTTP/1"));
  }

  /** Two readers would take different ones. */
  private static boolean isRepeated(String type, String parameter) {
    int first = indexOf(type, parameter, 0);
    return first >= 0 && indexOf(type, parameter, first + 1) >= 0;
  }

  private static int indexOf(String type, String parameter, int from) {
    for (int i = type.indexOf(';', from); i >= 0; i = type.indexOf(';', i + 1)) {
      int start = i + 1;
      while (start < type.length() && type.charAt(start) <= ' ') {
        start++;
      }
      if (type.regionMatches(true, start, parameter, 0, parameter.length())) {
        return i;
      }
    }
    return -1;
  }
}
