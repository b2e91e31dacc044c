package dev.gatewright.example.authorization.endpoint;

import dev.gatewright.example.authorization.Paths;
import dev.gatewright.example.authorization.client.AuthorizationServerProperties;
import dev.gatewright.example.authorization.page.PageLayout;
import dev.gatewright.runtime.Gate;
import dev.gatewright.runtime.limit.RateLimiter;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Sends requests through Spring Security's authorization server. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerChain {
  private static final RedirectStrategy REDIRECT = new DefaultRedirectStrategy();

  @Bean
  SecurityFilterChain authorizationServerFilterChain(
      HttpSecurity http,
      AuthorizationServerProperties properties,
      RegisteredClientRepository clients,
      RequestCache interrupted,
      ProtocolEndpoints endpoints,
      Gate gate,
      PageLayout pages,
      RateLimiter limiter) {
    String issuer = properties.requiredIssuer().toString();
    MetadataClaims metadata = new MetadataClaims(properties.hasCertificates());
    return http.securityMatcher("/oauth2/**", "/.well-known/**")
        .cors(cors -> cors.configurationSource(new BrowserClientOrigins(properties, clients)))
        .addFilterBefore(
            new AuthorizationServerFilter(endpoints, gate, pages, properties.requiredIssuer()),
            DisableEncodeUrlFilter.class)
        .oauth2AuthorizationServer(
            server -> configure(server, issuer, metadata, clients, gate, limiter))
        .oauth2ResourceServer(
            userInfo -> userInfo.bearerTokenResolver(atUserInformation()).jwt(jwt -> {}))
        .authorizeHttpRequests(
            requests ->
                requests.requestMatchers(Paths.LOG_IN).permitAll().anyRequest().authenticated())
        .formLogin(
            form ->
                form.loginPage(Paths.LOG_IN)
                    .loginProcessingUrl(Paths.LOG_IN)
                    .defaultSuccessUrl(Paths.DEVICE)
                    .authenticationDetailsSource(request -> request.getParameter("code"))
                    .failureHandler(
                        (request, response, failure) ->
                            REDIRECT.sendRedirect(request, response, Paths.LOG_IN + "?error")))
        .requestCache(cache -> cache.requestCache(interrupted))
        .logout(logout -> logout.disable())
        .exceptionHandling(
            failures ->
                failures.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint(Paths.LOG_IN), pagesOnly()))
        .build();
  }

  private static void configure(
      OAuth2AuthorizationServerConfigurer server,
      String issuer,
      MetadataClaims offered,
      RegisteredClientRepository clients,
      Gate gate,
      RateLimiter limiter) {
    PublicClients publicClients = new PublicClients(clients);
    server
        .oidc(
            openId ->
                openId.providerConfigurationEndpoint(
                    endpoint ->
                        endpoint.providerConfigurationCustomizer(
                            metadata -> metadata.claims(offered::correct))))
        .authorizationServerMetadataEndpoint(
            endpoint ->
                endpoint.authorizationServerMetadataCustomizer(
                    metadata -> metadata.claims(offered::correct)))
        .clientAuthentication(
            authentication ->
                authentication
                    .authenticationConverters(converters -> converters.add(0, publicClients))
                    .authenticationProviders(providers -> providers.add(0, publicClients))
                    .errorResponseHandler(new ClientFailures(gate)))
        .authorizationEndpoint(endpoint -> endpoint.consentPage(Paths.CONSENT))
        .tokenEndpoint(
            endpoint ->
                endpoint.authenticationProviders(
                    providers ->
                        wrap(
                            providers,
                            OAuth2DeviceCodeAuthenticationProvider.class,
                            deviceCodes -> new DevicePolling(deviceCodes, limiter))))
        .tokenIntrospectionEndpoint(
            endpoint ->
                endpoint.authenticationProviders(
                    providers ->
                        wrap(
                            providers,
                            OAuth2TokenIntrospectionAuthenticationProvider.class,
                            IntrospectionByResourceServers::new)))
        .deviceAuthorizationEndpoint(endpoint -> endpoint.verificationUri(issuer + Paths.DEVICE))
        .deviceVerificationEndpoint(
            endpoint ->
                endpoint
                    .consentPage(Paths.CONSENT)
                    .deviceVerificationResponseHandler(
                        (request, response, done) ->
                            REDIRECT.sendRedirect(
                                request, response, Paths.DEVICE + "?result=connected"))
                    .errorResponseHandler(new UserCodeFailures(gate)));
  }

  private static void wrap(
      List<AuthenticationProvider> providers,
      Class<? extends AuthenticationProvider> type,
      UnaryOperator<AuthenticationProvider> wrapper) {
    long found = providers.stream().filter(type::isInstance).count();
    if (found != 1) {
      throw new IllegalStateException(
          "Spring Security has " + found + " providers of " + type.getSimpleName());
    }
    providers.replaceAll(each -> type.isInstance(each) ? wrapper.apply(each) : each);
  }

  /**
   * Reads access tokens at the user information endpoint and nowhere else. As a log-in, a token
   * would let its client grant itself and others all the rest.
   */
  private static BearerTokenResolver atUserInformation() {
    BearerTokenResolver anywhere = new DefaultBearerTokenResolver();
    return request ->
        Paths.USER_INFO.equals(request.getServletPath()) ? anywhere.resolve(request) : null;
  }

  private static MediaTypeRequestMatcher pagesOnly() {
    MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
    html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
    return html;
  }
}
