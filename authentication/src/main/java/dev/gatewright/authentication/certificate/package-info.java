/**
 * Reads the client certificate of a TLS connection, also where a proxy ends the connection and
 * hands it on (RFC 9440). Start at {@link
 * dev.gatewright.authentication.certificate.ClientCertificates}; {@link
 * dev.gatewright.authentication.certificate.CertificateHeader} names the headers that can be read.
 *
 * <p>Depends on the runtime only.
 */
@NullMarked
package dev.gatewright.authentication.certificate;

import org.jspecify.annotations.NullMarked;
