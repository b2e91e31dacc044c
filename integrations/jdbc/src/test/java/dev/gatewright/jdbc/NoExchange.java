package dev.gatewright.jdbc;

import dev.gatewright.runtime.exchange.Exchange;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;

/** A request of which only the credential is looked at. */
final class NoExchange implements Exchange {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public List<String> headers(String name) {
    return List.of();
  }

  @Override
  public int headerCount() {
    return 0;
  }

  @Override
  public boolean secure() {
    return true;
  }

  @Override
  public List<X509Certificate> clientCertificates() {
    return List.of();
  }

  @Override
  public InetAddress peer() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public long declaredBodyBytes() {
    return -1;
  }

  @Override
  public void setResponseHeader(String name, String value) {
    throw new UnsupportedOperationException();
  }
}
