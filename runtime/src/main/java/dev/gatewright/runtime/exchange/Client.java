package dev.gatewright.runtime.exchange;

/**
 * Who sent a request, seen through the trusted proxies in between.
 *
 * @param address where the request came from, as far as trusted parties vouch for it
 * @param https whether it left there over TLS; false where nobody trusted says so
 */
public record Client(ClientAddress address, boolean https) {}
