package dev.gatewright.authentication.jwt;

import dev.gatewright.authentication.http.ServerUri;
import dev.gatewright.runtime.option.Option;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The issuer that an application trusts, by its address, where its metadata are. Immutable.
 *
 * @param value the issuer, as it is in {@code iss}
 * @param address the same, read as an address
 * @param setting what an operator knows it by
 */
record ExpectedIssuer(String value, ServerUri address, String setting) {
  private static final String OPENID = "/.well-known/openid-configuration";
  private static final String OAUTH = "/.well-known/oauth-authorization-server";

  ExpectedIssuer {
    Option.require(
        address.value().getRawQuery() == null,
        "issuerUri",
        "has a query",
        "use the issuer as it is in 'iss', without anything behind the path");
  }

  boolean isHttps() {
    return "https".equalsIgnoreCase(address.value().getScheme());
  }

  /**
   * Where the metadata may be: behind the path of the issuer (OpenID Connect Discovery 1.0, section
   * 4), or between its host and its path (RFC 8414, sections 3.1 and 5).
   */
  List<ServerUri> wellKnown() {
    String path = address.value().getRawPath();
    String withoutSlash = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String host = address.value().getScheme() + "://" + address.value().getRawAuthority();
    Set<String> uris = new LinkedHashSet<>();
    uris.add(host + withoutSlash + OPENID);
    uris.add(host + OPENID + withoutSlash);
    uris.add(host + OAUTH + withoutSlash);
    List<ServerUri> wellKnown = new ArrayList<>(uris.size());
    for (String uri : uris) {
      wellKnown.add(ServerUri.of("issuerUri", uri));
    }
    return wellKnown;
  }

  /** Why metadata are not this issuer's, and what to do. */
  String mismatch(String found) {
    return "the metadata are of the issuer '"
        + found
        + "', but '"
        + setting
        + "' is '"
        + value
        + "'"
        + difference(found)
        + ". Fix: "
        + fix(found);
  }

  private String difference(String found) {
    if (withoutSlash(found).equals(withoutSlash(value))) {
      return ", which differs in the slash at the end";
    }
    if (found.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT))) {
      return ", which differs in upper and lower case";
    }
    return "";
  }

  private String fix(String found) {
    if (found.indexOf('{') >= 0) {
      return "write the id of your tenant into '"
          + setting
          + "' in place of 'common', 'organizations' or 'consumers'";
    }
    return "set '" + setting + "' to '" + found + "' if that is whom you trust";
  }

  private static String withoutSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public String toString() {
    return value;
  }
}
