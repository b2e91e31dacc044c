package dev.gatewright.example.authorization.page;

import static dev.gatewright.LimitKey.ADDRESS;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.example.authorization.Paths;
import dev.gatewright.example.authorization.client.RegisteredClients;
import dev.gatewright.example.authorization.page.HtmlTemplate.Html;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows the pages on which a customer logs in, enters a device's code, and consents. */
@RestController
class BrowserPages {
  private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";
  private static final String REASON =
      "Spring Security, in front of it, has authenticated the customer.";

  /** Meanings of scopes, in the words of customers. */
  private static final Map<String, String> MEANINGS =
      Map.of(
          "accounts:read", "see your accounts and what is on them",
          "settlements:read", "see what other banks are owed");

  private final RegisteredClientRepository clients;
  private final RequestCache interrupted;
  private final PageLayout layout;
  private final HtmlTemplate logIn = HtmlTemplate.load("log-in.html");
  private final HtmlTemplate consent = HtmlTemplate.load("consent.html");
  private final HtmlTemplate scope = HtmlTemplate.load("scope.html");
  private final HtmlTemplate field = HtmlTemplate.load("hidden-field.html");
  private final HtmlTemplate userCode = HtmlTemplate.load("user-code.html");
  private final HtmlTemplate device = HtmlTemplate.load("device.html");
  private final HtmlTemplate message = HtmlTemplate.load("message.html");

  BrowserPages(RegisteredClientRepository clients, RequestCache interrupted, PageLayout layout) {
    this.clients = clients;
    this.interrupted = interrupted;
    this.layout = layout;
  }

  @GetMapping(path = Paths.LOG_IN, produces = HTML)
  @Public(reason = "A customer who logs in is not authenticated yet.")
  @RateLimited(permits = 120, per = "1m", key = ADDRESS)
  String logIn(
      @RequestParam(required = false) @Nullable String error,
      HttpServletRequest request,
      HttpServletResponse response) {
    SavedRequest next = interrupted.getRequest(request, response);
    String[] ids = next == null ? null : next.getParameterValues(OAuth2ParameterNames.CLIENT_ID);
    RegisteredClient client =
        ids == null || ids.length != 1 ? null : clients.findByClientId(ids[0]);
    layout.protect(response, client == null ? Set.of() : RegisteredClients.redirectOrigins(client));
    Html problem =
        error == null ? Html.NONE : message("That did not work. Name, password or code is wrong.");
    return layout.page("Log in", logIn.fill(Map.of("message", problem, "csrf", csrf(request))));
  }

  @GetMapping(path = Paths.CONSENT, produces = HTML)
  @Public(reason = REASON)
  @RateLimited(permits = 120, per = "1m", key = ADDRESS)
  String consent(
      @RequestParam(OAuth2ParameterNames.CLIENT_ID) String clientId,
      @RequestParam(OAuth2ParameterNames.SCOPE) String requested,
      @RequestParam(OAuth2ParameterNames.STATE) String state,
      @RequestParam(name = OAuth2ParameterNames.USER_CODE, required = false) @Nullable String code,
      Principal customer,
      HttpServletResponse response) {
    RegisteredClient client = clients.findByClientId(clientId);
    if (client == null) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    layout.protect(response, RegisteredClients.redirectOrigins(client));
    Html hidden =
        field(OAuth2ParameterNames.CLIENT_ID, clientId)
            .plus(field(OAuth2ParameterNames.STATE, state));
    if (code != null) {
      hidden = hidden.plus(field(OAuth2ParameterNames.USER_CODE, code));
    }
    Html shown = Html.NONE;
    Html granted = Html.NONE;
    for (String each : scopesToAsk(client, requested)) {
      shown =
          shown.plus(
              scope.fill(Map.of("scope", each, "meaning", MEANINGS.getOrDefault(each, each))));
      granted = granted.plus(field(OAuth2ParameterNames.SCOPE, each));
    }
    return layout.page(
        "Allow access?",
        consent.fill(
            Map.of(
                "client",
                client.getClientName(),
                "customer",
                customer.getName(),
                "action",
                code == null ? Paths.AUTHORIZE : Paths.DEVICE_VERIFICATION,
                "code",
                code == null ? Html.NONE : userCode.fill(Map.of("code", code)),
                "hidden",
                hidden,
                "scopes",
                shown,
                "granted",
                granted)));
  }

  @GetMapping(path = Paths.DEVICE, produces = HTML)
  @Public(reason = REASON)
  @RateLimited(permits = 120, per = "1m", key = ADDRESS)
  String device(
      @RequestParam(required = false) @Nullable String result,
      @RequestParam(name = OAuth2ParameterNames.USER_CODE, required = false) @Nullable String code,
      HttpServletResponse response) {
    layout.protect(response, Set.of());
    Html told =
        switch (String.valueOf(result)) {
          case "connected" -> message("Your device is connected. You can go on there.");
          case "denied" -> message("Your device was not connected.");
          case "unknown" -> message("There is no such code, or it has ended. Look again.");
          default -> Html.NONE;
        };
    return layout.page(
        "Connect a device", device.fill(Map.of("message", told, "code", code == null ? "" : code)));
  }

  /** Drops what the client may not request: a link to this page must not show otherwise. */
  private static List<String> scopesToAsk(RegisteredClient client, String requested) {
    List<String> scopes = new ArrayList<>(List.of(requested.split(" ")));
    scopes.retainAll(client.getScopes());
    scopes.remove(OidcScopes.OPENID);
    return scopes;
  }

  private Html csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? field(token.getParameterName(), token.getToken())
        : Html.NONE;
  }

  private Html field(String name, String value) {
    return field.fill(Map.of("name", name, "value", value));
  }

  private Html message(String text) {
    return message.fill(Map.of("text", text));
  }
}
