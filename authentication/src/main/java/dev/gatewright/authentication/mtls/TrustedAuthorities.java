package dev.gatewright.authentication.mtls;

import dev.gatewright.authentication.strict.RsaModulus;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXCertPathValidatorResult;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The authorities whose certificates are believed. Validates paths by RFC 5280, section 6, with the
 * platform's validator; never asks the network. Immutable and thread-safe.
 */
final class TrustedAuthorities {
  private static final int NO_AUTHORITY = -1;
  private static final int SIGNS_CERTIFICATES = 5;
  private static final String ANY_PURPOSE = "2.5.29.37.0";

  private final Set<TrustAnchor> anchors = new HashSet<>();
  private final Set<X500Principal> names = new HashSet<>();

  /**
   * Trusts these.
   *
   * @throws InvalidOptionException if there is none, or one is no certificate of an authority
   */
  TrustedAuthorities(Collection<X509Certificate> certificates) {
    Option.require(
        !certificates.isEmpty(),
        "trustedCertificates",
        "is missing",
        "give the certificates of the authorities that issue client certificates");
    for (X509Certificate certificate : certificates) {
      Option.require(
          isAuthority(certificate),
          "trustedCertificates",
          "holds '"
              + certificate.getSubjectX500Principal().getName(X500Principal.RFC2253)
              + "', which is no certificate of an authority",
          "give the certificate that signed the clients', with CA:TRUE in its basic constraints");
      String weakness = RsaModulus.weaknessOf(certificate.getPublicKey());
      Option.require(
          weakness == null,
          "trustedCertificates",
          "holds '"
              + certificate.getSubjectX500Principal().getName(X500Principal.RFC2253)
              + "', whose key "
              + weakness,
          "have the authority make a new key");
      anchors.add(new TrustAnchor(certificate, null));
      names.add(certificate.getSubjectX500Principal());
    }
  }

  /** Whether a certificate says of itself that it signs others. */
  static boolean isAuthority(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    return certificate.getBasicConstraints() != NO_AUTHORITY
        && (usage == null || usage[SIGNS_CERTIFICATES]);
  }

  /**
   * Follows a chain to an authority. It is taken in the order it was sent, so that the work is
   * linear: whoever could make us search for an order could make us search for long.
   *
   * @param chain the client's certificate first; what follows an authority's name is passed over
   * @return when the first certificate of the path ends; null where there is no valid path
   */
  @Nullable Instant validUntil(List<X509Certificate> chain, Instant now) {
    List<X509Certificate> path = new ArrayList<>(chain.size());
    for (X509Certificate certificate : chain) {
      path.add(certificate);
      if (names.contains(certificate.getIssuerX500Principal())) {
        return validated(path, now);
      }
    }
    return null;
  }

  private @Nullable Instant validated(List<X509Certificate> path, Instant now) {
    try {
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      PKIXCertPathValidatorResult result =
          (PKIXCertPathValidatorResult)
              CertPathValidator.getInstance("PKIX")
                  .validate(
                      CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
      // The standard leaves an authority's own dates out; an authority that ended has ended.
      List<X509Certificate> whole = new ArrayList<>(path);
      whole.add(result.getTrustAnchor().getTrustedCert());
      return areStrong(path) && areForClients(whole.subList(1, whole.size()))
          ? end(whole, now)
          : null;
    } catch (CertPathValidatorException invalid) {
      return null;
    } catch (InvalidAlgorithmParameterException impossible) {
      throw new IllegalStateException("the parameters are those of PKIX", impossible);
    } catch (GeneralSecurityException unreadable) {
      return null;
    }
  }

  private static boolean areStrong(List<X509Certificate> path) {
    for (X509Certificate certificate : path) {
      if (RsaModulus.weaknessOf(certificate.getPublicKey()) != null) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether authorities that are restricted to purposes have this one. The standard leaves that
   * open; as everybody else reads it, one for mail or servers makes no clients.
   */
  private static boolean areForClients(List<X509Certificate> authorities)
      throws CertificateParsingException {
    for (X509Certificate authority : authorities) {
      List<String> purposes = authority.getExtendedKeyUsage();
      if (purposes != null
          && !purposes.contains(LeafCheck.CLIENT_AUTHENTICATION)
          && !purposes.contains(ANY_PURPOSE)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Instant end(List<X509Certificate> path, Instant now) {
    Instant end = Instant.MAX;
    for (X509Certificate certificate : path) {
      Instant notAfter = certificate.getNotAfter().toInstant();
      end = notAfter.isBefore(end) ? notAfter : end;
      if (now.isBefore(certificate.getNotBefore().toInstant())) {
        return null;
      }
    }
    return now.isAfter(end) ? null : end;
  }
}
