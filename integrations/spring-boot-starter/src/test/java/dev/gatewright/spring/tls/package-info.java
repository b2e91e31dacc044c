/** Endpoints for callers who prove that they have a key, and what calls them over TLS. */
package dev.gatewright.spring.tls;
