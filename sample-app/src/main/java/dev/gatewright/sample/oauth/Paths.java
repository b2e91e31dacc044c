package dev.gatewright.sample.oauth;

/** Where the authorization server answers. */
final class Paths {
  static final String AUTHORIZE = "/oauth2/authorize";
  static final String TOKEN = "/oauth2/token";
  static final String REVOKE = "/oauth2/revoke";
  static final String INTROSPECT = "/oauth2/introspect";
  static final String JWKS = "/oauth2/jwks";
  static final String DEVICE_AUTHORIZATION = "/oauth2/device_authorization";
  static final String DEVICE_VERIFICATION = "/oauth2/device_verification";
  static final String USER_INFO = "/oauth2/userinfo";
  static final String END_SESSION = "/oauth2/logout";
  static final String METADATA = "/.well-known/oauth-authorization-server";
  static final String OPENID_METADATA = "/.well-known/openid-configuration";

  /** Pages. */
  static final String LOG_IN = "/oauth2/login";

  static final String CONSENT = "/oauth2/consent";
  static final String DEVICE = "/oauth2/device";

  private Paths() {}
}
