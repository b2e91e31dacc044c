package dev.gatewright.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gatewright.secret.SecretUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real TLS, against a server that speaks Vault's documented protocol; not against Vault. */
class VaultTlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private Path directory;
  private HttpsServer server;
  private SSLContext context;

  @BeforeEach
  void start() throws Exception {
    context = contextOf(keyStore("dns:localhost"));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange ->
            VaultServer.send(
                exchange,
                200,
                """
                {"data":{"data":{"value":"one"},"metadata":{"created_time":\
                "2026-01-01T00:00:00Z","deletion_time":"","destroyed":false,"version":1}}}
                """));
    server.start();
    Files.writeString(directory.resolve("token"), "s.root");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private KeyStore keyStore(String subjectAlternativeName)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = directory.resolve("vault.p12");
    int status =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "vault",
                "-keyalg",
                "EC",
                "-dname",
                "CN=vault",
                "-ext",
                "san=" + subjectAlternativeName,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .inheritIO()
            .start()
            .waitFor();
    assertThat(status).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(file)) {
      store.load(stream, PASSWORD);
    }
    return store;
  }

  private static SSLContext contextOf(KeyStore store) throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try {
      trusted.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    trusted.setCertificateEntry("vault", store.getCertificate("vault"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private VaultSecretSource.Builder source(String host) {
    return VaultSecretSource.builder()
        .address(URI.create("https://" + host + ":" + server.getAddress().getPort()))
        .login(VaultLogin.tokenFile(directory.resolve("token")));
  }

  @Test
  void aVaultWhoseCertificateIsTrustedIsAsked() {
    assertThat(source("localhost").sslContext(context).build().read("api").current().text())
        .isEqualTo("one");
  }

  @Test
  void aVaultWhoseCertificateNobodyTrustsIsNotAsked() {
    VaultSecretSource source = source("localhost").build();

    assertThatThrownBy(() -> source.read("api"))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining("of an authority that is not trusted here")
        .hasMessageContaining("address and certificate are right");
  }

  @Test
  void aCertificateOfAnotherNameIsNotTrusted() {
    VaultSecretSource source = source("127.0.0.1").sslContext(context).build();

    assertThatThrownBy(() -> source.read("api"))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageContaining("SSLHandshakeException");
  }
}
