package dev.gatewright.spring.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that issues real certificates by the real clock. */
final class TestAuthority {

  /** A certificate and its private key. */
  record Identity(X509Certificate certificate, KeyPair keys) {}

  private final Identity self;

  TestAuthority(String name) {
    X500Principal subject = new X500Principal("CN=" + name);
    KeyPair keys = keys();
    X509v3CertificateBuilder builder =
        builder(subject, subject, keys, Instant.now().plus(Duration.ofDays(1)));
    self =
        new Identity(
            signed(builder, Extension.basicConstraints, new BasicConstraints(true), keys), keys);
  }

  X509Certificate certificate() {
    return self.certificate();
  }

  Identity client(String name) {
    return client(name, Instant.now().plus(Duration.ofHours(1)));
  }

  Identity client(String name, Instant until) {
    return issue(
        "CN=" + name,
        until,
        KeyPurposeId.id_kp_clientAuth,
        new GeneralName(GeneralName.uniformResourceIdentifier, "spiffe://example.org/" + name));
  }

  Identity server() {
    return issue(
        "CN=server",
        Instant.now().plus(Duration.ofHours(1)),
        KeyPurposeId.id_kp_serverAuth,
        new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
  }

  private Identity issue(String subject, Instant until, KeyPurposeId purpose, GeneralName name) {
    KeyPair keys = keys();
    X509v3CertificateBuilder builder =
        builder(
            self.certificate().getSubjectX500Principal(), new X500Principal(subject), keys, until);
    try {
      builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new Identity(
        signed(builder, Extension.subjectAlternativeName, new GeneralNames(name), self.keys()),
        keys);
  }

  static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static X509v3CertificateBuilder builder(
      X500Principal issuer, X500Principal subject, KeyPair keys, Instant until) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(64, new SecureRandom()),
        Date.from(Instant.now().minus(Duration.ofDays(2))),
        Date.from(until),
        subject,
        keys.getPublic());
  }

  private static X509Certificate signed(
      X509v3CertificateBuilder builder,
      ASN1ObjectIdentifier extension,
      ASN1Encodable value,
      KeyPair issuer) {
    try {
      builder.addExtension(extension, true, value);
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
