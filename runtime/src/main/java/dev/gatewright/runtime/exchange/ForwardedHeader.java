package dev.gatewright.runtime.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code Forwarded} (RFC 7239). */
final class ForwardedHeader {

  /** Longest line that is read, in characters; a longer one counts as malformed. */
  private static final int MAX_LINE_LENGTH = 4_096;

  private ForwardedHeader() {}

  /**
   * The client that the header names.
   *
   * @param direct the trusted peer
   * @return null where the header is absent
   */
  static @Nullable Hop client(List<String> lines, Hop direct, Networks proxies) {
    if (lines.isEmpty()) {
      return null;
    }
    Hop hop = direct;
    int hops = 0;
    for (int line = lines.size() - 1; line >= 0; line--) {
      String text = lines.get(line);
      List<ForwardedParser.Element> elements =
          text.length() > MAX_LINE_LENGTH ? null : ForwardedParser.parse(text);
      if (elements == null) {
        return hop.withoutHttps();
      }
      for (int i = elements.size() - 1; i >= 0; i--) {
        ForwardedParser.Element element = elements.get(i);
        byte[] address = element.node() == null ? null : Hop.parseNode(element.node());
        if (address == null || ++hops > Hop.MAX_HOPS) {
          // "unknown", a hidden name or junk: nobody trusted names a client further to the left.
          return hop.withoutHttps();
        }
        hop = new Hop(address, "https".equalsIgnoreCase(element.protocol()));
        if (!proxies.contain(address)) {
          return hop;
        }
      }
    }
    return hop;
  }
}
