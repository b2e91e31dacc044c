/**
 * Client certificates of TLS connections, also where a proxy ends the connection and hands them on.
 * Start at {@link dev.gatewright.authentication.certificate.ClientCertificates}.
 */
@NullMarked
package dev.gatewright.authentication.certificate;

import org.jspecify.annotations.NullMarked;
