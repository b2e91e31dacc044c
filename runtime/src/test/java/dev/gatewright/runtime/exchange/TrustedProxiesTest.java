package dev.gatewright.runtime.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewright.testing.FakeExchange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {
  private static final String PROXY = "10.0.0.1";
  private static final String CLIENT = "198.51.100.4";

  private final TrustedProxies proxies = TrustedProxies.of(List.of("10.0.0.0/8", "fd00::/8"));

  private void assertClient(FakeExchange exchange, String address, boolean https) {
    Client client = proxies.client(exchange);
    assertThat(client.address()).hasToString(address);
    assertThat(client.https()).isEqualTo(https);
  }

  @Test
  void aStrangersForwardedHeadersAreIgnored() {
    FakeExchange exchange =
        FakeExchange.from(CLIENT)
            .header("X-Forwarded-For", "127.0.0.1")
            .header("X-Forwarded-Proto", "https")
            .header("Forwarded", "for=127.0.0.1;proto=https");
    assertClient(exchange, CLIENT, false);
  }

  @Test
  void nobodyIsTrustedWhereNoProxyIsConfigured() {
    FakeExchange exchange =
        FakeExchange.from("127.0.0.1")
            .header("X-Forwarded-For", CLIENT)
            .header("X-Forwarded-Proto", "https");
    assertThat(TrustedProxies.none().client(exchange).address()).hasToString("127.0.0.1");
    assertThat(TrustedProxies.none().client(exchange).https()).isFalse();
  }

  @Test
  void aStrangersOwnTlsConnectionIsHttps() {
    assertClient(FakeExchange.from(CLIENT).overTls(), CLIENT, true);
  }

  @Test
  void aProxyThatForwardsNothingIsTheClientItself() {
    assertClient(FakeExchange.from(PROXY).overTls(), PROXY, true);
  }

  @Test
  void aTrustedProxyNamesTheClient() {
    assertClient(
        FakeExchange.from(PROXY)
            .header("X-Forwarded-For", CLIENT)
            .header("X-Forwarded-Proto", "https"),
        CLIENT,
        true);
    assertClient(
        FakeExchange.from(PROXY).header("Forwarded", "for=" + CLIENT + ";proto=https"),
        CLIENT,
        true);
  }

  @Test
  void tlsBetweenProxyAndServerSaysNothingOfTheClient() {
    assertClient(
        FakeExchange.from(PROXY).overTls().header("X-Forwarded-For", CLIENT), CLIENT, false);
    assertClient(
        FakeExchange.from(PROXY).overTls().header("Forwarded", "for=" + CLIENT), CLIENT, false);
  }

  @Test
  void whatTheClientWroteToTheLeftIsNotBelieved() {
    assertClient(
        FakeExchange.from(PROXY)
            .header("X-Forwarded-For", "127.0.0.1, 10.9.9.9, " + CLIENT)
            .header("X-Forwarded-Proto", "https, https, http"),
        CLIENT,
        false);
    assertClient(
        FakeExchange.from(PROXY)
            .header("Forwarded", "for=127.0.0.1;proto=https, for=" + CLIENT + ";proto=http"),
        CLIENT,
        false);
  }

  @Test
  void junkThatTheClientWroteToTheLeftDoesNotHideIt() {
    String junk = "x".repeat(100_000) + ",,\"'%00";
    assertClient(
        FakeExchange.from(PROXY)
            .header("X-Forwarded-For", junk + ", " + CLIENT)
            .header("X-Forwarded-Proto", "https"),
        CLIENT,
        true);
  }

  @Test
  void furtherTrustedProxiesArePassedOverFromTheRight() {
    assertClient(
        FakeExchange.from(PROXY)
            .header("X-Forwarded-For", CLIENT + ", 10.1.1.1")
            .header("X-Forwarded-For", "fd00::7")
            .header("X-Forwarded-Proto", "https, http, http"),
        CLIENT,
        true);
    assertClient(
        FakeExchange.from(PROXY)
            .header("Forwarded", "for=" + CLIENT + ";proto=https,for=10.1.1.1;proto=http")
            .header("Forwarded", "for=\"[fd00::7]:4711\";proto=http"),
        CLIENT,
        true);
  }

  @Test
  void aRequestFromWithinComesFromTheFirstProxyOfAll() {
    assertClient(
        FakeExchange.from(PROXY)
            .header("X-Forwarded-For", "10.3.3.3, 10.2.2.2")
            .header("X-Forwarded-Proto", "https"),
        "10.3.3.3",
        true);
  }

  @Test
  void moreProtocolsThanAddressesAreMatchedFromTheRight() {
    assertClient(
        FakeExchange.from(PROXY)
            .header("X-Forwarded-For", CLIENT)
            .header("X-Forwarded-Proto", "https, http"),
        CLIENT,
        false);
  }

  @Test
  void twoProtocolsForThreeAddressesSayNothingOfTheFirst() {
    assertClient(
        FakeExchange.from(PROXY)
            .header("X-Forwarded-For", CLIENT + ", 10.1.1.1, 10.2.2.2")
            .header("X-Forwarded-Proto", "https, https"),
        CLIENT,
        false);
  }

  @Test
  void aProtocolAloneIsBelievedOfATrustedProxy() {
    assertClient(FakeExchange.from(PROXY).header("X-Forwarded-Proto", "https"), PROXY, true);
    assertClient(
        FakeExchange.from(PROXY).overTls().header("X-Forwarded-Proto", "http"), PROXY, false);
  }

  @Test
  void aForwardedHeaderThatTheProxyPassesOnCannotOverruleIt() {
    assertClient(
        FakeExchange.from(PROXY)
            .header("Forwarded", "for=127.0.0.1;proto=https")
            .header("X-Forwarded-For", CLIENT)
            .header("X-Forwarded-Proto", "https"),
        PROXY,
        false);
  }

  @Test
  void bothHeadersTogetherAreBelievedWhereTheyAgree() {
    assertClient(
        FakeExchange.from(PROXY)
            .header("Forwarded", "for=" + CLIENT + ";proto=https")
            .header("X-Forwarded-For", CLIENT)
            .header("X-Forwarded-Proto", "https"),
        CLIENT,
        true);
    assertClient(
        FakeExchange.from(PROXY)
            .header("Forwarded", "for=" + CLIENT + ";proto=https")
            .header("X-Forwarded-For", CLIENT)
            .header("X-Forwarded-Proto", "http"),
        CLIENT,
        false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "example.com",
        "1.2.3",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.4:",
        "1.2.3.4:123456",
        "1.2.3.4:http",
        "2001:db8:::1",
        "[2001:db8::1",
        "[1.2.3.4]",
        "fe80::1%eth0",
        "unknown",
        "0x7f.0.0.1",
        "2130706433",
      })
  void whatIsNoAddressLeavesTheLastTrustedOne(String entry) {
    assertClient(
        FakeExchange.from(PROXY)
            .overTls()
            .header("X-Forwarded-For", "127.0.0.1, " + entry + ", 10.2.2.2")
            .header("X-Forwarded-Proto", "https"),
        "10.2.2.2",
        false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "for",
        "for=",
        "for=1.2.3.4;",
        "for=1.2.3.4;for=1.2.3.5;proto=https",
        "for=2001:db8::1",
        "for=\"1.2.3.4",
        "for=\"1.2.3.4\\",
        "for=1.2.3.4;proto=https,",
        "for=unknown;proto=https",
        "for=_hidden;proto=https",
        "proto=https",
        "for =1.2.3.4",
        "for=1.2.3.4 proto=https",
        "for=\"example.com\"",
      })
  void aMalformedForwardedHeaderLeavesTheLastTrustedAddress(String value) {
    assertClient(FakeExchange.from(PROXY).overTls().header("Forwarded", value), PROXY, false);
    assertClient(
        FakeExchange.from(PROXY)
            .header("Forwarded", value)
            .header("Forwarded", "for=10.5.5.5;proto=https"),
        "10.5.5.5",
        false);
  }

  @Test
  void forwardedIsReadAsItsGrammarAllows() {
    assertClient(
        FakeExchange.from(PROXY)
            .header(
                "Forwarded",
                "By=\"_a,b\\\"\";FOR=\"[2001:db8:cafe::17]:4711\" ; Proto=\"HTTPS\";host=a"),
        "2001:db8:cafe::17",
        true);
  }

  @Test
  void anOverlongForwardedLineIsNotRead() {
    String line = "for=" + CLIENT + ";proto=https;host=" + "a".repeat(5_000);
    assertClient(FakeExchange.from(PROXY).header("Forwarded", line), PROXY, false);
  }

  @Test
  void endlessTrustedHopsAreGivenUp() {
    String hops = "10.7.7.7, ".repeat(1_000) + "10.7.7.7";
    assertClient(
        FakeExchange.from(PROXY)
            .header("X-Forwarded-For", CLIENT + ", " + hops)
            .header("X-Forwarded-Proto", "https"),
        "10.7.7.7",
        false);
    String elements = "for=10.7.7.7,".repeat(100) + "for=10.7.7.7;proto=https";
    assertClient(FakeExchange.from(PROXY).header("Forwarded", elements), "10.7.7.7", false);
  }

  @Test
  void aMappedAddressIsTheIpv4AddressItStandsFor() {
    assertClient(
        FakeExchange.from(PROXY)
            .header("X-Forwarded-For", "::ffff:" + CLIENT + ", ::ffff:10.2.2.2")
            .header("X-Forwarded-Proto", "https"),
        CLIENT,
        true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "proxy.internal",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0.0/8/8",
        "10.0.0.0/08x",
        "10.0.0.1/8",
        "0.0.0.0/0",
        "::/0",
        "::ffff:0.0.0.0/96",
        "2001:db8::/129",
        "2001:db8::1/64",
        " 10.0.0.0/8",
      })
  void aMalformedNetworkIsNamedAtStartUp(String network) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrustedProxies.of(List.of("10.0.0.0/8", network)))
        .withMessageContaining("'" + network + "'")
        .withMessageContaining("Fix:");
  }

  @Test
  void anIpv6PrefixOutOfBoundsIsNamedAtStartUp() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrustedProxies.of(List.of(), 0))
        .withMessageContaining("prefix length 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrustedProxies.of(List.of(), 129))
        .withMessageContaining("prefix length 129");
  }
}
