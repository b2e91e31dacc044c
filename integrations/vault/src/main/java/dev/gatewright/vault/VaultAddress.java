package dev.gatewright.vault;

import dev.gatewright.runtime.option.Option;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a token may be sent to. */
final class VaultAddress {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

  private VaultAddress() {}

  /** An address that tokens may be sent to, without a slash at its end. */
  static URI require(URI address) {
    String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    boolean encrypted = "https".equalsIgnoreCase(address.getScheme()) && !host.isEmpty();
    boolean local =
        "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.matcher(host).matches();
    Option.require(
        encrypted || local,
        "address",
        "is neither an https address nor one of the loopback interface",
        "use https, as a token is sent there");
    Option.require(
        address.getRawUserInfo() == null
            && address.getRawQuery() == null
            && address.getRawFragment() == null,
        "address",
        "has more than host, port and path",
        "leave user, query and fragment out");
    String text = address.toString();
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }
}
