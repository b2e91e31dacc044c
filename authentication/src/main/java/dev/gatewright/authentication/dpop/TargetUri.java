package dev.gatewright.authentication.dpop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The URI of a request without query and fragment, normalised by syntax and scheme (RFC 3986,
 * sections 6.2.2.1, 6.2.2.2 and 6.2.3). Segments of dots stay: who sends them has to sign them.
 *
 * @param origin scheme, host and port, all explicit and in lower case
 * @param path starts with a slash
 */
record TargetUri(String origin, String path) {

  /** The URI; null where the text is no absolute HTTP URI or holds user information. */
  static @Nullable TargetUri parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException malformed) {
      return null;
    }
    String scheme = uri.getScheme();
    String host = uri.getHost();
    if (scheme == null || host == null || uri.getRawUserInfo() != null) {
      return null;
    }
    String lowerCase = scheme.toLowerCase(Locale.ROOT);
    boolean https = lowerCase.equals("https");
    if (!https && !lowerCase.equals("http")) {
      return null;
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : https ? 443 : 80;
    return new TargetUri(
        lowerCase + "://" + host.toLowerCase(Locale.ROOT) + ":" + port,
        normalisedPath(uri.getRawPath()));
  }

  /**
   * The path with percent-encodings in upper case and only where they are needed. What is no
   * encoding stays as it is.
   */
  static String normalisedPath(String path) {
    if (path.isEmpty()) {
      return "/";
    }
    if (path.indexOf('%') < 0) {
      return path;
    }
    StringBuilder normalised = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '%'
          && i + 2 < path.length()
          && HexFormat.isHexDigit(path.charAt(i + 1))
          && HexFormat.isHexDigit(path.charAt(i + 2))) {
        char decoded = (char) HexFormat.fromHexDigits(path, i + 1, i + 3);
        if (isUnreserved(decoded)) {
          normalised.append(decoded);
        } else {
          normalised.append(path.substring(i, i + 3).toUpperCase(Locale.ROOT));
        }
        i += 2;
      } else {
        normalised.append(c);
      }
    }
    return normalised.toString();
  }

  private static boolean isUnreserved(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~".indexOf(c) >= 0;
  }
}
