package dev.gatewright.test;

import dev.gatewright.runtime.exchange.Exchange;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a request where a test calls a guarded bean directly: it comes from this machine
 * by HTTPS, without a body.
 *
 * @param credential of the caller; null where nobody calls
 */
record TestExchange(@Nullable Credential credential) implements Exchange {

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
    return credential != null && credential.header().equalsIgnoreCase(name)
        ? List.of(credential.value())
        : List.of();
  }

  @Override
  public int headerCount() {
    return credential == null ? 0 : 1;
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
    // Nobody is sent a response.
  }
}
