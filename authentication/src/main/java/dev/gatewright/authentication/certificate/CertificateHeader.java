package dev.gatewright.authentication.certificate;

/** How a trusted proxy that ends TLS hands on the certificate of its client. */
public enum CertificateHeader {
  /** Not at all: whatever headers say is ignored. */
  NONE,

  /** {@code Client-Cert} and {@code Client-Cert-Chain} (RFC 9440). */
  CLIENT_CERT,

  /**
   * Envoy's {@code X-Forwarded-Client-Cert}, with {@code Cert} and, if wanted, {@code Chain} among
   * what {@code set_current_client_cert_details} adds.
   */
  X_FORWARDED_CLIENT_CERT
}
