package dev.gatewright.authentication.certificate;

import org.jspecify.annotations.Nullable;

/**
 * One element of {@code X-Forwarded-Client-Cert}, as far as it matters here.
 *
 * @param cert the client's certificate in URL-encoded PEM
 * @param chain that certificate and its intermediates in URL-encoded PEM
 */
record ForwardedClientCert(@Nullable String cert, @Nullable String chain) {}
