package dev.gatewright.runtime.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
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
}
