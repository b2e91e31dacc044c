package dev.gatewright.spring;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Looks at the routes of router functions. Functions bear no annotations, so none is guarded: each
 * must be exempt.
 */
final class RouteVerifier {
  /** Look-ups of files by their paths; any other may compute what it answers. */
  private static final Set<String> FILES =
      Set.of(
          "org.springframework.web.servlet.function.PathResourceLookupFunction",
          "org.springframework.web.servlet.function.PredicateResourceLookupFunction");

  private final Exemptions exemptions;
  private final HandlerStandings standings;

  RouteVerifier(Exemptions exemptions, HandlerStandings standings) {
    this.exemptions = exemptions;
    this.standings = standings;
  }

  /**
   * Verifies all routes.
   *
   * @param exempt whether their mapping is
   * @throws StartUpException if one is not exempt
   */
  void verify(RouterFunction<?> all, boolean exempt, ListableBeanFactory beans) {
    Routes routes = new Routes(exempt || areListed(beans));
    all.accept(routes);
    if (routes.found) {
      standings.exemptRoutes();
    }
  }

  /** Whether every router function of the application is listed by the name of its bean. */
  private boolean areListed(ListableBeanFactory beans) {
    Map<String, ?> functions = beans.getBeansOfType(RouterFunction.class);
    return !functions.isEmpty() && functions.keySet().stream().allMatch(exemptions::containNamed);
  }

  private final class Routes implements RouterFunctions.Visitor {
    private final boolean exempt;
    private boolean found;

    Routes(boolean exempt) {
      this.exempt = exempt;
    }

    @Override
    public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
      look(handler.getClass(), "The route " + predicate);
    }

    @Override
    public void unknown(RouterFunction<?> function) {
      look(function.getClass(), "The router function " + function.getClass().getName());
    }

    private void look(Class<?> type, String what) {
      if (standings.ofClass(type) instanceof HandlerStanding.Open) {
        if (!exempt) {
          throw HandlerVerifier.open(what, type);
        }
        exemptions.addHandlerOfExemptMapping(type);
      }
      found = true;
    }

    @Override
    public void startNested(RequestPredicate predicate) {
      // Its routes are looked at one by one.
    }

    @Override
    public void endNested(RequestPredicate predicate) {
      // Its routes are looked at one by one.
    }

    @Override
    public void resources(Function<ServerRequest, Optional<Resource>> lookup) {
      if (FILES.contains(lookup.getClass().getName())) {
        found = true;
      } else {
        look(lookup.getClass(), "The resources of a router function");
      }
    }

    @Override
    public void attributes(Map<String, Object> attributes) {
      // They say nothing about who answers.
    }
  }
}
