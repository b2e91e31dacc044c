package dev.gatewright.example.authorization.grant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2DeviceCode;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.OAuth2UserCode;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;

/** Makes the keys under which an authorization is found: kind and SHA-256 of each of its tokens. */
final class TokenIndex {
  static final String ACCESS_TOKEN = OAuth2ParameterNames.ACCESS_TOKEN;
  static final String REFRESH_TOKEN = OAuth2ParameterNames.REFRESH_TOKEN;

  private TokenIndex() {}

  static Set<String> of(OAuth2Authorization authorization) {
    Set<String> keys = new LinkedHashSet<>();
    String state = authorization.getAttribute(OAuth2ParameterNames.STATE);
    if (state != null) {
      keys.add(key(OAuth2ParameterNames.STATE, state));
    }
    add(keys, OAuth2ParameterNames.CODE, authorization.getToken(OAuth2AuthorizationCode.class));
    add(keys, ACCESS_TOKEN, authorization.getAccessToken());
    add(keys, REFRESH_TOKEN, authorization.getRefreshToken());
    add(keys, OidcParameterNames.ID_TOKEN, authorization.getToken(OidcIdToken.class));
    add(keys, OAuth2ParameterNames.DEVICE_CODE, authorization.getToken(OAuth2DeviceCode.class));
    add(keys, OAuth2ParameterNames.USER_CODE, authorization.getToken(OAuth2UserCode.class));
    return Set.copyOf(keys);
  }

  private static void add(
      Set<String> keys,
      String type,
      OAuth2Authorization.@Nullable Token<? extends OAuth2Token> token) {
    if (token != null) {
      keys.add(key(type, token.getToken().getTokenValue()));
    }
  }

  static String key(String type, String token) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
      return type + ":" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
