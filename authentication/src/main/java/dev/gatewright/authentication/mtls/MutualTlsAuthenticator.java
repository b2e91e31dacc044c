package dev.gatewright.authentication.mtls;

import dev.gatewright.Scheme;
import dev.gatewright.authentication.certificate.ClientCertificate;
import dev.gatewright.authentication.certificate.ClientCertificates;
import dev.gatewright.authentication.certificate.StrictCertificate;
import dev.gatewright.authentication.claim.CertificateBinding;
import dev.gatewright.authentication.strict.InvalidCredentialException;
import dev.gatewright.authentication.strict.RsaModulus;
import dev.gatewright.runtime.caller.Authentication;
import dev.gatewright.runtime.caller.Authenticator;
import dev.gatewright.runtime.caller.Caller;
import dev.gatewright.runtime.caller.Confirmation;
import dev.gatewright.runtime.exchange.Exchange;
import dev.gatewright.runtime.option.InvalidOptionException;
import dev.gatewright.runtime.option.Option;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Accepts TLS client certificates of trusted authorities. Thread-safe.
 *
 * <p>Certificates are not looked up in revocation lists or by OCSP. A certificate is withdrawn by
 * revoking {@link Caller#credentialId}, which is its SHA-256 thumbprint as in {@code x5t#S256}, or
 * by its subject, with {@link dev.gatewright.runtime.caller.Revocations}; or by taking its name out
 * of the known clients.
 */
public final class MutualTlsAuthenticator implements Authenticator {

  /** The {@link Caller#issuer} of callers with a certificate unless set. */
  public static final String DEFAULT_ISSUER = "mutual-tls";

  /** The credential of every request that has a certificate: the exchange holds the real one. */
  private static final List<String> PRESENT = List.of("client certificate");

  private final ClientCertificates certificates;
  private final ValidatedCertificates validated;
  private final CertificateName name;
  private final @Nullable Map<String, KnownClient> clients;
  private final String issuer;
  private final InstantSource clock;

  private MutualTlsAuthenticator(Builder builder) {
    validated = new ValidatedCertificates(new TrustedAuthorities(builder.trustedCertificates));
    certificates = builder.certificates;
    Option.require(
        builder.name != null,
        "name",
        "is missing",
        "say which part of a certificate names the client");
    name = Objects.requireNonNull(builder.name);
    clients = builder.anyClient ? null : builder.canonicalClients(name);
    issuer = Option.text("issuer", builder.issuer);
    clock = builder.clock;
  }

  /** Starts an authenticator; trusted certificates, the name and clients are mandatory. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Scheme scheme() {
    return Scheme.MUTUAL_TLS;
  }

  /** Null: a certificate comes with the connection. */
  @Override
  public @Nullable String header() {
    return null;
  }

  @Override
  public List<String> credentials(Exchange exchange) {
    return certificates.isPresent(exchange) ? PRESENT : List.of();
  }

  @Override
  public Authentication authenticate(String credential, Exchange exchange) {
    ClientCertificate certificate = certificates.of(exchange);
    if (certificate instanceof ClientCertificate.Malformed malformed) {
      return new Authentication.Rejected(malformed.cause());
    }
    if (!(certificate instanceof ClientCertificate.Shown shown)) {
      return new Authentication.Rejected("the request came without a client certificate");
    }
    try {
      return new Authentication.Accepted(caller(shown.chain()));
    } catch (InvalidCredentialException e) {
      return new Authentication.Rejected(e.reason());
    }
  }

  private Caller caller(List<X509Certificate> chain) throws InvalidCredentialException {
    Instant now = clock.instant();
    X509Certificate certificate = chain.get(0);
    LeafCheck.check(certificate, now);
    String thumbprint = CertificateBinding.thumbprint(certificate);
    if (!validated.leadsToAuthority(thumbprint, chain, now)) {
      String weakness = RsaModulus.weaknessOf(certificate.getPublicKey());
      throw new InvalidCredentialException(
          weakness == null
              ? "the client certificate does not lead to a trusted authority"
              : "the client certificate's key " + weakness);
    }
    KnownClient client = client(certificate);
    return Caller.of(Scheme.MUTUAL_TLS, issuer, client.subject())
        .credentialId(thumbprint)
        .roles(client.roles())
        .scopes(client.scopes())
        .issuedAt(certificate.getNotBefore().toInstant())
        .expiresAt(certificate.getNotAfter().toInstant())
        .confirmation(new Confirmation(thumbprint, null))
        .build();
  }

  private KnownClient client(X509Certificate certificate) throws InvalidCredentialException {
    String named = name.of(certificate);
    if (named == null) {
      throw new InvalidCredentialException(
          "the client certificate has not exactly one usable name of the kind " + name);
    }
    if (clients == null) {
      return KnownClient.of(named);
    }
    KnownClient known = clients.get(named);
    if (known == null) {
      throw new InvalidCredentialException("the client certificate's name is not a known client's");
    }
    return known;
  }

  /**
   * No authentication scheme is registered for certificates, and a 401 must have a challenge (RFC
   * 9110, section 15.5.2).
   */
  @Override
  public String challenge() {
    return "ClientCertificate";
  }

  /** Collects what is accepted. Not thread-safe. */
  public static final class Builder {
    private static final int MAX_AUTHORITIES = 100;

    private final List<X509Certificate> trustedCertificates = new ArrayList<>();
    private final Map<String, KnownClient> clients = new HashMap<>();
    private ClientCertificates certificates = ClientCertificates.ofConnection();
    private @Nullable CertificateName name;
    private boolean anyClient;
    private String issuer = DEFAULT_ISSUER;
    private InstantSource clock = InstantSource.system();

    private Builder() {}

    /** The certificate of an authority that issues client certificates. Mandatory. */
    public Builder trustedCertificate(X509Certificate certificate) {
      trustedCertificates.add(Objects.requireNonNull(certificate));
      return this;
    }

    /**
     * The certificates of such authorities as PEM text (RFC 7468), 100 at most.
     *
     * @throws InvalidOptionException if the text holds none, or anything else
     */
    public Builder trustedCertificates(String pem) {
      List<X509Certificate> certificates = StrictCertificate.ofPem(pem, MAX_AUTHORITIES);
      Option.require(
          certificates != null,
          "trustedCertificates",
          "is no PEM text of certificates alone",
          "give a file that starts with -----BEGIN CERTIFICATE-----");
      trustedCertificates.addAll(Objects.requireNonNull(certificates));
      return this;
    }

    /** Which part of a certificate names the client. Mandatory. */
    public Builder name(CertificateName newName) {
      name = Objects.requireNonNull(newName);
      return this;
    }

    /**
     * Accepts certificates with this name. Mandatory, once or more, unless {@link #anyClient}.
     *
     * @param named the name as the certificate has it; a whole subject as RFC 2253 writes it
     */
    public Builder client(String named, KnownClient client) {
      clients.put(Objects.requireNonNull(named), Objects.requireNonNull(client));
      return this;
    }

    /**
     * Accepts every client that the trusted authorities certify, under the certificate's name and
     * without roles and scopes: for authorities that issue to nobody else.
     */
    public Builder anyClient() {
      anyClient = true;
      return this;
    }

    /** Where certificates come from: the connection unless set. */
    public Builder certificates(ClientCertificates newCertificates) {
      certificates = Objects.requireNonNull(newCertificates);
      return this;
    }

    /** The {@link Caller#issuer}; {@value MutualTlsAuthenticator#DEFAULT_ISSUER} unless set. */
    public Builder issuer(String newIssuer) {
      issuer = newIssuer;
      return this;
    }

    /** The clock; the system's unless set. */
    public Builder clock(InstantSource newClock) {
      clock = Objects.requireNonNull(newClock);
      return this;
    }

    /**
     * The authenticator.
     *
     * @throws InvalidOptionException if an option is missing or invalid, naming it
     */
    public MutualTlsAuthenticator build() {
      Option.require(
          anyClient != !clients.isEmpty(),
          "clients",
          anyClient ? "is given, and any client as well" : "is missing",
          "name the clients that are accepted, or accept any that the authorities certify");
      return new MutualTlsAuthenticator(this);
    }

    private Map<String, KnownClient> canonicalClients(CertificateName kind) {
      Map<String, KnownClient> canonical = new HashMap<>();
      clients.forEach(
          (named, client) ->
              Option.require(
                  canonical.put(canonicalName(kind, named), client) == null,
                  "clients",
                  "has '" + named + "' twice, written differently",
                  "keep one"));
      return canonical;
    }

    private static String canonicalName(CertificateName kind, String named) {
      try {
        return kind.canonical(named);
      } catch (IllegalArgumentException malformed) {
        throw new InvalidOptionException(
            "clients",
            "has '" + named + "', which is no distinguished name",
            "write it as CN=payments,O=Example");
      }
    }
  }
}
