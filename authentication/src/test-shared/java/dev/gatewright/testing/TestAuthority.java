package dev.gatewright.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that issues real certificates, right ones and wrong ones. */
public final class TestAuthority {
  public static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final Instant FROM = NOW.minusSeconds(86_400);
  private static final Instant UNTIL = NOW.plusSeconds(30 * 86_400);

  /** A certificate and its private key. */
  public record Issued(X509Certificate certificate, KeyPair keys) {}

  private final X509Certificate certificate;
  private final KeyPair keys;

  private TestAuthority(X509Certificate certificate, KeyPair keys) {
    this.certificate = certificate;
    this.keys = keys;
  }

  /** A self-signed authority. */
  public static TestAuthority root(String name) {
    KeyPair keys = keys();
    X500Principal subject = new X500Principal("CN=" + name);
    return new TestAuthority(signed(Contents.of(subject).authority(), keys, subject, keys), keys);
  }

  public TestAuthority intermediate(String name) {
    KeyPair subordinate = keys();
    X500Principal subject = new X500Principal("CN=" + name);
    return new TestAuthority(
        signed(Contents.of(subject).authority(), subordinate, name(), keys), subordinate);
  }

  /** The same authority with another certificate for its key, self-signed. */
  public TestAuthority renewed(UnaryOperator<Contents> changes) {
    Contents contents = changes.apply(Contents.of(name()).authority());
    return new TestAuthority(signed(contents, keys, name(), keys), keys);
  }

  /** The same authority with a certificate of another one. */
  public TestAuthority renewedBy(TestAuthority issuer, UnaryOperator<Contents> changes) {
    Contents contents = changes.apply(Contents.of(name()).authority());
    return new TestAuthority(signed(contents, keys, issuer.name(), issuer.keys), keys);
  }

  /** A client who plays authority. */
  public static TestAuthority ofClient(Issued client) {
    return new TestAuthority(client.certificate(), client.keys());
  }

  public X509Certificate certificate() {
    return certificate;
  }

  /** A right client certificate: {@code CN=name,O=Example} with a SPIFFE id. */
  public Issued client(String name) {
    return issue("CN=" + name + ",O=Example", contents -> contents.uri(spiffe(name)));
  }

  public static String spiffe(String name) {
    return "spiffe://example.org/" + name;
  }

  /** A client certificate with changes. */
  public Issued issue(String subject, UnaryOperator<Contents> changes) {
    KeyPair client = keys();
    Contents contents = changes.apply(Contents.of(new X500Principal(subject)).client());
    return new Issued(signed(contents, client, name(), keys), client);
  }

  /** A right client certificate for a key of any kind. */
  public X509Certificate clientWith(KeyPair client) {
    X500Principal subject = new X500Principal("CN=weak,O=Example");
    return signed(Contents.of(subject).client().uri(spiffe("weak")), client, name(), keys);
  }

  /** An authority below this one with a key of any kind. */
  public TestAuthority intermediateWith(KeyPair subordinate) {
    X500Principal subject = new X500Principal("CN=Weak");
    return new TestAuthority(
        signed(Contents.of(subject).authority(), subordinate, name(), keys), subordinate);
  }

  private X500Principal name() {
    return certificate.getSubjectX500Principal();
  }

  public static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static X509Certificate signed(
      Contents contents, KeyPair subject, X500Principal issuer, KeyPair issuerKeys) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              new BigInteger(64, new SecureRandom()),
              Date.from(contents.from),
              Date.from(contents.until),
              contents.subject,
              subject.getPublic());
      for (Extra extra : contents.extensions) {
        builder.addExtension(extra.id(), extra.critical(), extra.value());
      }
      if (!contents.names.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            contents.subject.getName().isEmpty(), // RFC 5280, section 4.2.1.6
            new GeneralNames(contents.names.toArray(GeneralName[]::new)));
      }
      String algorithm =
          issuerKeys.getPublic() instanceof RSAKey ? "SHA256withRSA" : "SHA256withECDSA";
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder(algorithm).build(issuerKeys.getPrivate())));
    } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private record Extra(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {}

  /** What is written into a certificate. */
  public static final class Contents {
    private final X500Principal subject;
    private final List<Extra> extensions = new ArrayList<>();
    private final List<GeneralName> names = new ArrayList<>();
    private Instant from = FROM;
    private Instant until = UNTIL;

    private Contents(X500Principal subject) {
      this.subject = subject;
    }

    static Contents of(X500Principal subject) {
      return new Contents(subject);
    }

    Contents authority() {
      return basicConstraints(true).keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    Contents client() {
      return basicConstraints(false)
          .keyUsage(KeyUsage.digitalSignature)
          .extendedKeyUsage(KeyPurposeId.id_kp_clientAuth);
    }

    public Contents valid(Instant newFrom, Instant newUntil) {
      from = newFrom;
      until = newUntil;
      return this;
    }

    public Contents without(ASN1ObjectIdentifier id) {
      extensions.removeIf(extra -> extra.id().equals(id));
      return this;
    }

    public Contents basicConstraints(boolean authority) {
      return extension(Extension.basicConstraints, true, new BasicConstraints(authority));
    }

    public Contents keyUsage(int usage) {
      return extension(Extension.keyUsage, true, new KeyUsage(usage));
    }

    public Contents extendedKeyUsage(KeyPurposeId purpose) {
      return extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    }

    public Contents extension(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
      without(id);
      extensions.add(new Extra(id, critical, value));
      return this;
    }

    public Contents uri(String uri) {
      names.add(new GeneralName(GeneralName.uniformResourceIdentifier, uri));
      return this;
    }

    public Contents dns(String name) {
      names.add(new GeneralName(GeneralName.dNSName, name));
      return this;
    }

    public Contents email(String address) {
      names.add(new GeneralName(GeneralName.rfc822Name, address));
      return this;
    }
  }
}
