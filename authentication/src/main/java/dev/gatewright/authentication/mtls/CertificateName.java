package dev.gatewright.authentication.mtls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a certificate names the client. A certificate must have exactly one value of that
 * kind: which of two would count is not for its holder to choose.
 */
public enum CertificateName {
  /** The subject alternative name of type URI, as a SPIFFE id is. */
  SAN_URI,

  /** The subject alternative name of type DNS, in lower case; never a wildcard. */
  SAN_DNS,

  /** The subject alternative name of type e-mail address (rfc822Name). */
  SAN_EMAIL,

  /** The common name in the subject. */
  COMMON_NAME,

  /** The whole subject, as RFC 2253 writes it: {@code CN=payments,O=Example}. */
  SUBJECT;

  private static final int EMAIL_TYPE = 1;
  private static final int DNS_TYPE = 2;
  private static final int URI_TYPE = 6;

  /** Longest name that is taken, in characters. */
  private static final int MAX_LENGTH = 2_048;

  /** The one value of this kind; null where there is none, more than one, or an unfit one. */
  @Nullable String of(X509Certificate certificate) {
    List<String> values = values(certificate);
    return values.size() == 1 && isFit(values.get(0)) ? values.get(0) : null;
  }

  /** A name as configuration has it, in the form that {@link #of} returns. */
  String canonical(String name) {
    return switch (this) {
      case SAN_DNS -> name.toLowerCase(Locale.ROOT);
      case SUBJECT -> new X500Principal(name).getName(X500Principal.RFC2253);
      case SAN_URI, SAN_EMAIL, COMMON_NAME -> name;
    };
  }

  private List<String> values(X509Certificate certificate) {
    return switch (this) {
      case SAN_URI -> alternativeNames(certificate, URI_TYPE);
      case SAN_DNS -> alternativeNames(certificate, DNS_TYPE);
      case SAN_EMAIL -> alternativeNames(certificate, EMAIL_TYPE);
      case COMMON_NAME -> commonNames(certificate.getSubjectX500Principal());
      case SUBJECT -> List.of(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253));
    };
  }

  private List<String> alternativeNames(X509Certificate certificate, int type) {
    Collection<List<?>> names;
    try {
      names = certificate.getSubjectAlternativeNames();
    } catch (CertificateParsingException malformed) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    if (names != null) {
      for (List<?> name : names) {
        if (Integer.valueOf(type).equals(name.get(0))) {
          values.add(canonical(String.valueOf(name.get(1))));
        }
      }
    }
    return values;
  }

  private static List<String> commonNames(X500Principal subject) {
    List<String> values = new ArrayList<>();
    try {
      for (Rdn rdn : new LdapName(subject.getName(X500Principal.RFC2253)).getRdns()) {
        Attribute names = rdn.toAttributes().get("CN");
        NamingEnumeration<?> all = names == null ? null : names.getAll();
        while (all != null && all.hasMore()) {
          // What is no string is bytes, in an encoding that nobody should guess.
          values.add(all.next() instanceof String text ? text : "");
        }
      }
      return values;
    } catch (NamingException malformed) {
      return List.of();
    }
  }

  private boolean isFit(String name) {
    return !name.isBlank()
        && name.length() <= MAX_LENGTH
        && name.chars().noneMatch(Character::isISOControl)
        && !(this == SAN_DNS && name.indexOf('*') >= 0);
  }
}
