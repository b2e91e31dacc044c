package dev.gatewright.runtime.exchange;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One station of a request.
 *
 * @param address 4 or 16 bytes, never an IPv4-mapped one
 * @param https whether the request left it over TLS
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record Hop(byte[] address, boolean https) {

  /** How many stations are looked at before the rest counts as malformed. */
  static final int MAX_HOPS = 32;

  /** "[", an address, "]", ":" and a port. */
  private static final int MAX_NODE_LENGTH = IpLiteral.MAX_LENGTH + 8;

  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}");

  boolean sameAddress(Hop other) {
    return Arrays.equals(address, other.address);
  }

  Hop withoutHttps() {
    return new Hop(address, false);
  }

  /**
   * The address in {@code 192.0.2.1}, {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711} or,
   * without a port, {@code 2001:db8::1}; null for anything else, names included.
   */
  static byte @Nullable [] parseNode(String node) {
    if (node.isEmpty() || node.length() > MAX_NODE_LENGTH) {
      return null;
    }
    String literal = node;
    if (node.charAt(0) == '[') {
      int bracket = node.indexOf(']');
      if (bracket < 0 || !isPortOrNothing(node, bracket + 1)) {
        return null;
      }
      literal = node.substring(1, bracket);
      if (literal.indexOf(':') < 0) {
        return null;
      }
    } else if (node.indexOf('.') > 0 && node.indexOf(':') == node.lastIndexOf(':')) {
      int colon = node.indexOf(':');
      if (colon >= 0) {
        if (!isPortOrNothing(node, colon)) {
          return null;
        }
        literal = node.substring(0, colon);
      }
    }
    byte[] address = IpLiteral.parse(literal);
    return address == null ? null : IpLiteral.unmapped(address);
  }

  private static boolean isPortOrNothing(String node, int start) {
    return start == node.length() || PORT.matcher(node.substring(start)).matches();
  }
}
