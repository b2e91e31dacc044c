package dev.gatewright.example.authorization;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes a key pair and a certificate for this machine, for one run of the tests. */
final class TlsServer {
  private final Keytool keys = new Keytool();
  private final int port;

  TlsServer() {
    keys.generate("bank", "CN=localhost", "-ext", "san=dns:localhost");
    port = BankProcess.freePort();
  }

  String root() {
    return "https://localhost:" + port;
  }

  int port() {
    return port;
  }

  /** Returns properties of an application that uses this key pair. */
  Map<String, String> properties() {
    return Map.of(
        "server.ssl.key-store",
        keys.file().toUri().toString(),
        "server.ssl.key-store-password",
        Keytool.PASSWORD);
  }

  /**
   * Trusts this server and no other; shows the certificates of these keys, where it is asked to.
   */
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
