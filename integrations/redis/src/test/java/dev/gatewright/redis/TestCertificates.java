package dev.gatewright.redis;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate of this machine, and the authority that vouches for it, as PEM files. */
record TestCertificates(Path authority, Path certificate, Path key) {

  static TestCertificates in(Path directory) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair authority = generator.generateKeyPair();
    KeyPair server = generator.generateKeyPair();
    X500Principal issuer = new X500Principal("CN=Test authority");
    Date from = Date.from(Instant.now().minusSeconds(3_600));
    Date to = Date.from(Instant.now().plusSeconds(3_600));
    ContentSigner signer =
        new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate());
    byte[] root =
        new JcaX509v3CertificateBuilder(
                issuer, BigInteger.ONE, from, to, issuer, authority.getPublic())
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
            .build(signer)
            .getEncoded();
    byte[] leaf =
        new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.TWO,
                from,
                to,
                new X500Principal("CN=127.0.0.1"),
                server.getPublic())
            .addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")))
            .build(signer)
            .getEncoded();
    return new TestCertificates(
        write(directory.resolve("ca.pem"), "CERTIFICATE", root),
        write(directory.resolve("server.pem"), "CERTIFICATE", leaf),
        write(directory.resolve("key.pem"), "PRIVATE KEY", server.getPrivate().getEncoded()));
  }

  private static Path write(Path file, String type, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
  }
}
