package dev.gatewright.runtime.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.testing.FakeExchange;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  private static ClientAddress of(String literal) throws UnknownHostException {
    return ClientAddress.of(InetAddress.getByName(literal));
  }

  @Test
  void everyAddressOfOneIpv6NetworkSharesOneLimit() throws Exception {
    assertThat(of("2001:db8:1:2::1").limitKey())
        .isEqualTo("2001:db8:1:2::/64")
        .isEqualTo(of("2001:db8:1:2:ffff:ffff:ffff:ffff").limitKey())
        .isNotEqualTo(of("2001:db8:1:3::1").limitKey());
  }

  @Test
  void theSizeOfAnIpv6NetworkCanBeChosen() throws Exception {
    InetAddress address = InetAddress.getByName("2001:db8:1:2ff::1");
    assertThat(ClientAddress.of(address, 56).limitKey()).isEqualTo("2001:db8:1:200::/56");
    assertThat(ClientAddress.of(address, 128).limitKey()).isEqualTo("2001:db8:1:2ff::1/128");
  }

  @Test
  void everyIpv4AddressHasItsOwnLimit() throws Exception {
    assertThat(of("192.0.2.1").limitKey()).isEqualTo("192.0.2.1");
    assertThat(of("192.0.2.2").limitKey()).isEqualTo("192.0.2.2");
  }

  @Test
  void anIpv4MappedAddressIsTheIpv4Address() throws Exception {
    byte[] mapped = IpLiteral.parse("::ffff:192.0.2.1");
    InetAddress ipv6 = Inet6Address.getByAddress(null, mapped, -1);
    assertThat(ipv6).isInstanceOf(Inet6Address.class);

    ClientAddress address = ClientAddress.of(ipv6);

    assertThat(address).isEqualTo(of("192.0.2.1")).hasToString("192.0.2.1");
    assertThat(address.hashCode()).isEqualTo(of("192.0.2.1").hashCode());
    assertThat(address.toInetAddress()).isInstanceOf(Inet4Address.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0:0:0:0:0:0:0:0, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "2001:DB8:0:0:0:0:0:0, 2001:db8::",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
    "0:0:1:1:1:1:0:0, ::1:1:1:1:0:0",
  })
  void ipv6IsWrittenInItsOneRecommendedForm(String literal, String text) throws Exception {
    assertThat(of(literal)).hasToString(text);
  }

  /**
   * Addresses of one IPv4 host are one for limits, whatever the host writes into the other bits.
   */
  @ParameterizedTest
  @CsvSource({
    "2002:c000:204::1, 192.0.2.4",
    "2002:c000:204:ffff:ffff:ffff:ffff:ffff, 192.0.2.4",
    "2002:808:808:1::1, 8.8.8.8",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2, 192.0.2.45",
    "2001:0:cb00:7107:0:0:3fff:fdd2, 192.0.2.45",
    "64:ff9b::c000:221, 192.0.2.33",
    "64:ff9b::808:808, 8.8.8.8",
    "64:ff9b:1::c000:221, 192.0.2.33",
    "64:ff9b:1:fffe:1:2:c000:221, 192.0.2.33",
    "64:ff9b:1:abcd:c0:2:2100:0, 192.0.2.33",
    "64:ff9b:1:1:c0:2:2100:0, 192.0.2.33",
    "::ffff:192.0.2.4, 192.0.2.4",
  })
  void anAddressThatStandsForAnIpv4HostCountsAsThatHost(String address, String host) {
    assertThat(limitKey(address)).isEqualTo(host);
    assertThat(ClientAddress.of(parsed(address), 128).limitKey()).isEqualTo(host);
    assertThat(ClientAddress.of(parsed(address), 32).limitKey()).isEqualTo(host);
  }

  /** They are nobody's, or a subscriber's own: none of them is taken for an IPv4 host. */
  @ParameterizedTest
  @CsvSource({
    "2002:a00:1::1, 2002:a00:1::/48",
    "2002:7f00:1:7::1, 2002:7f00:1::/48",
    "2002:c0a8:101:7::1, 2002:c0a8:101::/48",
    "2002:ac10:1::1, 2002:ac10:1::/48",
    "2002:6440:1::1, 2002:6440:1::/48",
    "2002:a9fe:1::1, 2002:a9fe:1::/48",
    "2002:e000:1::1, 2002:e000:1::/48",
    "2002::1, 2002::/48",
    "2001:0:4136:e378:8000:63bf:f5ff:fffe, 2001::/32",
    "64:ff9b::a00:1, 64:ff9b::/96",
    "64:ff9b:1::a00:1, 64:ff9b:1::/48",
    "64:ff9b:1:1::7f00:1, 64:ff9b:1::/48",
    "64:ff9b:1:c000:2:2100::, 64:ff9b:1::/48",
    "64:ff9b:1:c0:0:221::, 64:ff9b:1::/48",
    "64:ff9b:1::, 64:ff9b:1::/48",
    "64:ff9b:2::c000:221, 64:ff9b:2::/64",
    "64:ff9b:0:0:0:1:c000:221, 64:ff9b::/64",
    "2001:1::1, 2001:1::/64",
    "2001:db8::1, 2001:db8::/64",
    "2001:db8:0:1:0:5efe:c000:204, 2001:db8:0:1::/64",
    "::192.0.2.4, ::/64",
    "::1, ::/64",
  })
  void whatStandsForNoHostOnTheInternetIsCountedByItsNetwork(String address, String network) {
    assertThat(limitKey(address)).isEqualTo(network);
  }

  @Test
  void anAddressIsTrustedForItselfAndNotForWhatItStandsFor() {
    TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8", "127.0.0.1"));
    for (String stranger :
        List.of(
            "2002:a00:1::1",
            "2002:7f00:1::1",
            "2001:0:4136:e378:8000:63bf:f5ff:fffe",
            "64:ff9b::a00:1",
            "64:ff9b::7f00:1",
            "::10.0.0.1",
            "2001:db8::5efe:10.0.0.1")) {
      FakeExchange exchange =
          FakeExchange.from(stranger)
              .header("X-Forwarded-For", "198.51.100.9")
              .header("X-Forwarded-Proto", "https");
      Client client = proxies.client(exchange);
      assertThat(client.address()).as(stranger).isEqualTo(ClientAddress.of(parsed(stranger)));
      assertThat(client.https()).isFalse();
      assertThat(client.address().toInetAddress().isLoopbackAddress()).isFalse();
    }
  }

  private static String limitKey(String address) {
    return ClientAddress.of(parsed(address)).limitKey();
  }

  private static InetAddress parsed(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new AssertionError(address, e);
    }
  }
}
