package dev.gatewright.runtime.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code X-Forwarded-For} and {@code X-Forwarded-Proto}, which no standard defines, as
 * proxies in use write them: each appends the address it was called from.
 */
final class XForwardedHeaders {
  private XForwardedHeaders() {}

  /**
   * The client that the headers name.
   *
   * @param direct the trusted peer
   * @return null where neither header is present
   */
  static @Nullable Hop client(
      List<String> addresses, List<String> protocols, Hop direct, List<Cidr> proxies) {
    if (addresses.isEmpty()) {
      return protocols.isEmpty() ? null : new Hop(direct.address(), https(protocols, 0));
    }
    ReverseElements entries = new ReverseElements(addresses);
    Hop hop = direct;
    for (int distance = 0; distance < Hop.MAX_HOPS; distance++) {
      String entry = entries.next();
      if (entry == null) {
        return hop; // every station is trusted: the first of them is the client
      }
      byte[] address = Hop.parseNode(entry);
      if (address == null) {
        return hop.withoutHttps();
      }
      hop = new Hop(address, https(protocols, distance));
      if (!Cidr.contain(proxies, address)) {
        return hop;
      }
    }
    return hop.withoutHttps();
  }

  /**
   * Whether the protocol at this distance from the right is HTTPS. A single value speaks for the
   * whole way, as many proxies set it once at the edge.
   */
  private static boolean https(List<String> protocols, int distance) {
    ReverseElements values = new ReverseElements(protocols);
    String value = values.next();
    for (int i = 0; i < distance; i++) {
      String left = values.next();
      if (left == null) {
        return i == 0 && value != null && value.equalsIgnoreCase("https");
      }
      value = left;
    }
    return value != null && value.equalsIgnoreCase("https");
  }

  /**
   * Walks the comma-separated elements of a header from the right, over all its lines, and looks at
   * no more of it than it is asked for: what a client put to the left costs nothing. Not
   * thread-safe.
   */
  private static final class ReverseElements {
    private final List<String> lines;
    private int line;
    private int end;

    ReverseElements(List<String> lines) {
      this.lines = lines;
      this.line = lines.size() - 1;
      this.end = line < 0 ? -1 : lines.get(line).length();
    }

    /** The next element to the left without surrounding blanks, perhaps empty; null at the end. */
    @Nullable String next() {
      if (line < 0) {
        return null;
      }
      String text = lines.get(line);
      int comma = text.lastIndexOf(',', end - 1);
      String element = text.substring(comma + 1, end).strip();
      if (comma >= 0) {
        end = comma;
      } else {
        line--;
        end = line < 0 ? -1 : lines.get(line).length();
      }
      return element;
    }
  }
}
