package dev.gatewright.spring.tls;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The endpoints on a real Tomcat, which asks for certificates in real TLS. */
final class TlsServer implements AutoCloseable {
  private static final char[] NO_PASSWORD = new char[0];

  private final TestAuthority serverAuthority = new TestAuthority("Servers");
  private final ConfigurableApplicationContext context;

  /**
   * Starts it.
   *
   * @param accepted authorities whose certificates the server lets through TLS
   */
  TlsServer(Map<String, String> properties, TestAuthority... accepted) {
    TestAuthority.Identity server = serverAuthority.server();
    StringBuilder trusted = new StringBuilder();
    for (TestAuthority authority : accepted) {
      trusted.append(pem(authority.certificate()));
    }
    Map<String, Object> all = new TreeMap<>(properties);
    all.put("server.port", "0");
    all.put("spring.main.banner-mode", "off");
    all.put("spring.jmx.enabled", "false");
    all.put("management.server.port", "-1");
    all.put("server.ssl.certificate", pem(server.certificate()));
    all.put("server.ssl.certificate-private-key", pem(server.keys().getPrivate()));
    all.put("server.ssl.trust-certificate", trusted.toString());
    all.put("server.ssl.client-auth", "want");
    context = new SpringApplicationBuilder(TlsEndpoints.class).properties(all).run();
  }

  static String pem(X509Certificate certificate) {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String pem(PrivateKey key) {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** A client that shows this certificate where it is asked for one; none where null. */
  HttpClient client(TestAuthority.@Nullable Identity identity) {
    try {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      if (identity != null) {
        keys.setKeyEntry(
            "client",
            identity.keys().getPrivate(),
            NO_PASSWORD,
            new Certificate[] {identity.certificate()});
      }
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("server", serverAuthority.certificate());
      KeyManagerFactory keyManagers = KeyManagerFactory.getInstance("PKIX");
      keyManagers.init(keys, NO_PASSWORD);
      TrustManagerFactory trustManagers = TrustManagerFactory.getInstance("PKIX");
      trustManagers.init(trusted);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
      return HttpClient.newBuilder().sslContext(tls).build();
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> get(HttpClient client, String path, String... headers) throws IOException {
    return send(client, HttpRequest.newBuilder(), path, headers);
  }

  HttpResponse<String> send(
      HttpClient client, HttpRequest.Builder request, String path, String... headers)
      throws IOException {
    int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    request.uri(URI.create("https://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
