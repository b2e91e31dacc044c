package dev.gatewright.example.authorization;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Certifies clients, for one run of the tests. */
final class CertificateAuthority {
  private static final String SELF = "authority";

  private final Keytool keys = new Keytool();

  CertificateAuthority(String name) {
    keys.generate(SELF, "CN=" + name, "-ext", "bc:critical=ca:true");
  }

  /** Returns its own certificate. */
  String pem() {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
              .encodeToString(keys.content().getCertificate(SELF).getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a key pair and a certificate for a client of this name. */
  Identity client(String name) {
    String alias = name + "-" + System.nanoTime();
    keys.generate(
        alias, "CN=" + name, "-signer", SELF, "-ext", "san=dns:" + name, "-ext", "eku=clientAuth");
    try {
      KeyStore content = keys.content();
      return new Identity(
          (PrivateKey) content.getKey(alias, Keytool.PASSWORD.toCharArray()),
          Arrays.stream(content.getCertificateChain(alias))
              .map(X509Certificate.class::cast)
              .toArray(X509Certificate[]::new));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Is shown whichever authorities the server asks for, as by somebody who tries. */
  static final class Identity extends X509ExtendedKeyManager {
    private static final String ALIAS = "client";

    private final PrivateKey key;
    private final X509Certificate[] chain;

    private Identity(PrivateKey key, X509Certificate[] chain) {
      this.key = key;
      this.chain = chain;
    }

    KeyManager[] keyManagers() {
      return new KeyManager[] {this};
    }

    @Override
    public String chooseEngineClientAlias(
        String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
      return ALIAS;
    }

    @Override
    public String chooseClientAlias(
        String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return ALIAS;
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
      return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return chain.clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
        String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return null;
    }
  }
}
