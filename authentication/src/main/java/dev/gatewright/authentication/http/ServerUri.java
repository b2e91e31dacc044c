package dev.gatewright.authentication.http;

import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where another server is asked: over HTTPS, or in clear on this machine only. Its text form leaves
 * out the query, which may hold a key.
 *
 * @param value the address
 */
public record ServerUri(URI value) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Reads a setting.
   *
   * @param option the setting as the builder's method is called
   * @throws InvalidOptionException if the text is missing, or no such address
   */
  public static ServerUri of(String option, @Nullable String text) {
    URI uri;
    try {
      uri = new URI(Option.text(option, text));
    } catch (URISyntaxException e) {
      throw new InvalidOptionException(option, "is no URI", "use https://host/path");
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String host = uri.getHost();
    Option.require(
        host != null
            && uri.getPort() <= 65_535
            && (scheme.equals("https") || scheme.equals("http")),
        option,
        "is no absolute http or https URI with a host",
        "use https://host/path");
    Option.require(
        uri.getRawUserInfo() == null && uri.getRawFragment() == null,
        option,
        "holds a user name, a password or a fragment",
        "use https://host/path and give credentials as options of their own");
    Option.require(
        scheme.equals("https") || LOOPBACK.contains(String.valueOf(host).toLowerCase(Locale.ROOT)),
        option,
        "is plain HTTP to another machine",
        "use https; http is for localhost, 127.0.0.1 and [::1] only");
    return new ServerUri(uri);
  }

  @Override
  public String toString() {
    return value.getScheme() + "://" + value.getAuthority() + value.getRawPath();
  }
}
