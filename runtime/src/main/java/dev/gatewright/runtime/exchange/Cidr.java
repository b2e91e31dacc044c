package dev.gatewright.runtime.exchange;

import java.util.Arrays;
import java.util.List;

/** A network: an address and how many of its leading bits count. Immutable. */
final class Cidr {
  private static final int BITS_OF_MAPPED_PREFIX = 96;

  private final byte[] network;
  private final int prefix;

  private Cidr(byte[] network, int prefix) {
    this.network = network;
    this.prefix = prefix;
  }

  /**
   * Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or one address.
   *
   * @throws IllegalArgumentException if the text is anything else, naming it
   */
  static Cidr parse(String text) {
    int slash = text.indexOf('/');
    byte[] address = IpLiteral.parse(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      throw invalid(text, "is not an IP address or network");
    }
    int bits = address.length * 8;
    int prefix = slash < 0 ? bits : IpLiteral.number(text, slash + 1, text.length());
    if (prefix < 0 || prefix > bits) {
      throw invalid(text, "has a prefix length that is not 1 to " + bits);
    }
    boolean mapped = IpLiteral.isMapped(address);
    if (prefix == 0 || (mapped && prefix == BITS_OF_MAPPED_PREFIX)) {
      throw invalid(text, "would trust every address on the Internet");
    }
    if (!Arrays.equals(address, masked(address, prefix))) {
      throw invalid(text, "has bits set after its prefix, so it is unclear what it covers");
    }
    if (mapped) {
      return new Cidr(IpLiteral.unmapped(address), prefix - BITS_OF_MAPPED_PREFIX);
    }
    return new Cidr(address, prefix);
  }

  private static IllegalArgumentException invalid(String text, String reason) {
    return new IllegalArgumentException(
        "'%s' %s. Fix: name the trusted proxies by address or network, such as 10.0.0.0/8."
            .formatted(text, reason));
  }

  /** Whether an address belongs to one of several networks. */
  static boolean contain(List<Cidr> networks, byte[] address) {
    for (Cidr network : networks) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }

  boolean contains(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    int whole = prefix / 8;
    int rest = prefix % 8;
    return Arrays.equals(network, 0, whole, address, 0, whole)
        && (rest == 0 || ((network[whole] ^ address[whole]) & (0xff << (8 - rest)) & 0xff) == 0);
  }

  /** A copy of an address whose bits after the prefix are zero. */
  static byte[] masked(byte[] address, int prefix) {
    byte[] masked = address.clone();
    for (int bit = prefix; bit < masked.length * 8; bit++) {
      masked[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
    }
    return masked;
  }
}
