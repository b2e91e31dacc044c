package dev.gatewright.sample.oauth;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A key pair and a certificate for this machine, made for one run of the tests. */
final class TlsServer {
  private final Keytool keys = new Keytool();
  private final int port;

  TlsServer() {
    keys.generate("bank", "CN=localhost", "-ext", "san=dns:localhost");
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String root() {
    return "https://localhost:" + port;
  }

  void configure(DynamicPropertyRegistry properties) {
    properties.add("server.port", () -> port);
    properties.add("server.ssl.key-store", () -> keys.file().toUri());
    properties.add("server.ssl.key-store-password", () -> Keytool.PASSWORD);
  }

  /** Trusts this server and no other; shows what these keys certify, where it is asked to. */
  SSLContext trusting(KeyManager... shown) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("bank", keys.content().getCertificate("bank"));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(shown, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
