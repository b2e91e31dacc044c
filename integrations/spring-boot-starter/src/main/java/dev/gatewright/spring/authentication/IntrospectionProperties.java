package dev.gatewright.spring.authentication;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which access tokens are accepted on their issuer's word (RFC 7662). Immutable. Its text form
 * holds no secret.
 *
 * @param uri the issuer's introspection endpoint: HTTPS, or HTTP to this machine; mandatory
 * @param clientId the id of this application as a client of the issuer; mandatory
 * @param clientSecret the client's secret; this or 'client-secret-name' is mandatory
 * @param clientSecretName name of the secret that holds the client's secret, where it rotates: a
 *     file of 'gatewright.secrets.directory', an environment variable, or what the application's
 *     SecretSource knows
 * @param issuer whose tokens these are; mandatory
 * @param audience names of this API, one of which must be in 'aud'; mandatory
 * @param rolesClaim members that hold the caller's roles, by name or by a path as
 *     'realm_access.roles'; those of all are added up
 * @param claims claims that policies may read of a caller, by name or by a path; at most 16
 * @param clientAsSubject whether a token without 'sub' speaks for its client, 'client_id' or 'azp'
 * @param clockSkew how far the issuer's clock may be off; at most 2 minutes
 * @param maxLifetime longest lifetime of a token that is accepted
 * @param cacheFor how long an active token is not asked about again; 0 to 5 minutes
 * @param cacheSize most tokens that are remembered, 1 to 1000000
 * @param timeout how long to wait for a whole answer; at most 1 minute
 */
public record IntrospectionProperties(
    @Nullable String uri,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String clientSecretName,
    @Nullable String issuer,
    @DefaultValue List<String> audience,
    @DefaultValue("roles") List<String> rolesClaim,
    @DefaultValue List<String> claims,
    @DefaultValue("false") boolean clientAsSubject,
    @DefaultValue("30s") Duration clockSkew,
    @DefaultValue("24h") Duration maxLifetime,
    @DefaultValue("30s") Duration cacheFor,
    @DefaultValue("10000") int cacheSize,
    @DefaultValue("2s") Duration timeout) {

  @Override
  public String toString() {
    return "IntrospectionProperties[uri=" + uri + ", clientId=" + clientId + "]";
  }
}
