package dev.gatewright.runtime.exchange;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The IP address a request came from. Immutable and thread-safe. An IPv4-mapped IPv6 address is the
 * IPv4 address it stands for, so that a client cannot be two.
 */
public final class ClientAddress {

  /** Bits of an IPv6 address that tell clients apart unless configured otherwise. */
  public static final int DEFAULT_IPV6_PREFIX = 64;

  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BITS = 128;

  private final byte[] address;
  private final String limitKey;

  private ClientAddress(byte[] address, int ipv6Prefix) {
    this.address = address;
    this.limitKey = limitKey(address, ipv6Prefix);
  }

  private static String limitKey(byte[] address, int ipv6Prefix) {
    if (address.length == IPV4_BYTES) {
      return IpLiteral.text(address);
    }
    TransitionAddress transition = TransitionAddress.of(address);
    return transition == null
        ? IpLiteral.text(Cidr.masked(address, ipv6Prefix)) + "/" + ipv6Prefix
        : transition.limitKey(address);
  }

  /** An address whose limits are shared by its IPv6 /64, the least a subscriber is given. */
  public static ClientAddress of(InetAddress address) {
    return of(address, DEFAULT_IPV6_PREFIX);
  }

  /**
   * An address.
   *
   * @param ipv6Prefix bits of an IPv6 address that its {@link #limitKey} keeps, 1 to 128
   * @throws IllegalArgumentException if the prefix is out of bounds
   */
  public static ClientAddress of(InetAddress address, int ipv6Prefix) {
    return ofBytes(address.getAddress(), checkedPrefix(ipv6Prefix));
  }

  static ClientAddress ofBytes(byte[] address, int ipv6Prefix) {
    return new ClientAddress(IpLiteral.unmapped(address), ipv6Prefix);
  }

  static int checkedPrefix(int ipv6Prefix) {
    if (ipv6Prefix < 1 || ipv6Prefix > IPV6_BITS) {
      throw new IllegalArgumentException(
          "IPv6 prefix length " + ipv6Prefix + " is out of bounds. Fix: use 1 to 128, usually 64.");
    }
    return ipv6Prefix;
  }

  /**
   * What limits by address count under: an IPv4 address, or an IPv6 network. A subscriber owns at
   * least a whole /64 and could else have a fresh limit for each of its 2^64 addresses.
   *
   * <p>An IPv6 address that stands for an IPv4 host counts as that host, with what it sends by IPv4
   * itself: 6to4 ({@code 2002::/16}), Teredo ({@code 2001::/32}) and NAT64 ({@code 64:ff9b::/96},
   * {@code 64:ff9b:1::/48}) are routed to that host alone. ISATAP and 6rd are in their subscriber's
   * own networks; IPv4-compatible addresses ({@code ::192.0.2.1}) are routed nowhere.
   *
   * <p>This is for counting only: which proxies are trusted, and who is local, is decided by the
   * address itself.
   */
  public String limitKey() {
    return limitKey;
  }

  /** The address as {@code java.net} has it, without a host name. */
  public InetAddress toInetAddress() {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new AssertionError("an address has 4 or 16 bytes", e);
    }
  }

  byte[] bytes() {
    return address;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClientAddress that
        && Arrays.equals(address, that.address)
        && limitKey.equals(that.limitKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(address);
  }

  /** The whole address as text, IPv6 in the form of RFC 5952; for logs. */
  @Override
  public String toString() {
    return IpLiteral.text(address);
  }
}
