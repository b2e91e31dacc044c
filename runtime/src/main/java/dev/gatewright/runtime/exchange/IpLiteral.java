package dev.gatewright.runtime.exchange;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads IP addresses as text, strictly, and never asks a name server. {@code InetAddress.getByName}
 * would: it takes whatever is no address for a host name. Writes IPv6 in the one form that RFC 5952
 * recommends.
 *
 * <p>Written here, with {@link Cidr}, because the nearest library, Guava's {@code InetAddresses},
 * brings 3 MB into a core that has 0.6, and knows no networks.
 */
final class IpLiteral {

  /** Longest text of an address: an IPv6 one with an embedded IPv4 one. */
  static final int MAX_LENGTH = 45;

  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;
  private static final int MAPPED_PREFIX_BYTES = 12;
  private static final int GROUPS = 8;

  private IpLiteral() {}

  /**
   * Bytes of an IPv4 (4) or IPv6 (16) address, or null where the text is neither. Zone identifiers
   * and leading zeros in IPv4, which some read as octal, are refused.
   */
  static byte @Nullable [] parse(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return null;
    }
    return text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
  }

  /** The IPv4 address inside an IPv4-mapped IPv6 one (RFC 4291, section 2.5.5.2), else the same. */
  static byte[] unmapped(byte[] address) {
    return isMapped(address)
        ? Arrays.copyOfRange(address, MAPPED_PREFIX_BYTES, IPV6_BYTES)
        : address;
  }

  static boolean isMapped(byte[] address) {
    if (address.length != IPV6_BYTES) {
      return false;
    }
    for (int i = 0; i < MAPPED_PREFIX_BYTES - 2; i++) {
      if (address[i] != 0) {
        return false;
      }
    }
    return address[MAPPED_PREFIX_BYTES - 2] == (byte) 0xff
        && address[MAPPED_PREFIX_BYTES - 1] == (byte) 0xff;
  }

  private static byte @Nullable [] ipv4(String text) {
    byte[] address = new byte[IPV4_BYTES];
    int start = 0;
    for (int i = 0; i < IPV4_BYTES; i++) {
      int dot = text.indexOf('.', start);
      boolean last = i == IPV4_BYTES - 1;
      if (last != (dot < 0)) {
        return null;
      }
      int octet = number(text, start, last ? text.length() : dot);
      if (octet < 0 || octet > 255) {
        return null;
      }
      address[i] = (byte) octet;
      start = dot + 1;
    }
    return address;
  }

  /** Reads one to three decimal digits without a leading zero; -1 where there is something else. */
  static int number(String text, int start, int end) {
    boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
    return leadingZero ? -1 : digits(text, start, end, 3, 10);
  }

  /** Reads so many ASCII digits at most, one at least; -1 where there is something else. */
  private static int digits(String text, int start, int end, int most, int radix) {
    if (start >= end || end - start > most) {
      return -1;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * radix + digit;
    }
    return value;
  }

  private static byte @Nullable [] ipv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      byte[] address = new byte[IPV6_BYTES];
      return groups(text, address) == IPV6_BYTES ? address : null;
    }
    byte[] head = new byte[IPV6_BYTES];
    byte[] tail = new byte[IPV6_BYTES];
    int headLength = groups(text.substring(0, gap), head);
    int tailLength = groups(text.substring(gap + 2), tail);
    // An IPv4 address may only end the whole address, and the gap stands for one group at least.
    if (headLength < 0
        || tailLength < 0
        || headLength + tailLength > IPV6_BYTES - 2
        || text.lastIndexOf('.', gap) >= 0) {
      return null;
    }
    System.arraycopy(tail, 0, head, IPV6_BYTES - tailLength, tailLength);
    return head;
  }

  /** Writes colon-separated groups; returns how many bytes, or -1 where they are malformed. */
  private static int groups(String text, byte[] into) {
    if (text.isEmpty()) {
      return 0;
    }
    int written = 0;
    int start = 0;
    while (start <= text.length()) {
      int colon = text.indexOf(':', start);
      int end = colon < 0 ? text.length() : colon;
      byte[] group =
          colon < 0 && text.indexOf('.', start) >= 0
              ? ipv4(text.substring(start))
              : hexGroup(text, start, end);
      if (group == null || written + group.length > into.length) {
        return -1;
      }
      System.arraycopy(group, 0, into, written, group.length);
      written += group.length;
      start = end + 1;
    }
    return written;
  }

  private static byte @Nullable [] hexGroup(String text, int start, int end) {
    int value = digits(text, start, end, 4, 16);
    return value < 0 ? null : new byte[] {(byte) (value >> 8), (byte) value};
  }

  static String text(byte[] address) {
    return address.length == IPV4_BYTES ? ipv4Text(address) : ipv6Text(address);
  }

  private static String ipv4Text(byte[] address) {
    return (address[0] & 0xff)
        + "."
        + (address[1] & 0xff)
        + "."
        + (address[2] & 0xff)
        + "."
        + (address[3] & 0xff);
  }

  private static String ipv6Text(byte[] address) {
    int gapStart = -1;
    int gapLength = 1; // a single zero group is written out
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && group(address, end) == 0) {
        end++;
      }
      if (end - i > gapLength) {
        gapStart = i;
        gapLength = end - i;
      }
      i = Math.max(i, end);
    }
    StringBuilder text = new StringBuilder(MAX_LENGTH);
    for (int i = 0; i < GROUPS; i++) {
      if (i == gapStart) {
        text.append("::");
        i += gapLength - 1;
        continue;
      }
      if (i > 0 && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(group(address, i)));
    }
    return text.toString();
  }

  private static int group(byte[] address, int index) {
    return ((address[2 * index] & 0xff) << 8) | (address[2 * index + 1] & 0xff);
  }
}
