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
    this.limitKey =
        address.length == IPV4_BYTES
            ? IpText.of(address)
            : IpText.of(Cidr.masked(address, ipv6Prefix)) + "/" + ipv6Prefix;
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
    return IpText.of(address);
  }
}
