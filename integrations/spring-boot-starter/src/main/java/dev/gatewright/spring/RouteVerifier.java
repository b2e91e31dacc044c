package dev.gatewright.spring;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/**
 * Looks at the routes of router functions. Functions bear no annotations, so none is guarded: each
 * must be exempt.
 */
final class RouteVerifier {
  private static final Class<?> RESOURCES =
      ClassUtils.resolveClassName(
          "org.springframework.web.servlet.function.ResourceHandlerFunction",
          RouteVerifier.class.getClassLoader());

  private final Exemptions exemptions;
  private final HandlerStandings standings;

  RouteVerifier(Exemptions exemptions, HandlerStandings standings) {
    this.exemptions = exemptions;
    this.standings = standings;
  }

  /**
   * Verifies all routes of a mapping.
   *
   * @param exempt whether the mapping is
   * @throws StartUpException if one is not exempt
   */
  void verify(
      String mapping, RouterFunctionMapping routes, boolean exempt, ListableBeanFactory beans) {
    if (routes.getRouterFunction() == null) {
      return;
    }
    // Those that are beans first, so that the message names the bean.
    beans
        .getBeansOfType(RouterFunction.class)
        .forEach(
            (name, function) ->
                function.accept(new Routes(name, exempt || exemptions.containNamed(name))));
    routes.getRouterFunction().accept(new Routes(mapping, exempt));
  }

  private final class Routes implements RouterFunctions.Visitor {
    private final String bean;
    private final boolean exempt;

    Routes(String bean, boolean exempt) {
      this.bean = bean;
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
          throw new StartUpException(
              what
                  + " of '"
                  + bean
                  + "' ("
                  + Exemptions.nameOf(type)
                  + ") answers requests, but has no guard: nothing is open by omission",
              "write it as an annotated controller, as functions cannot be guarded; or, if it may"
                  + " be open to anybody, list its bean in '"
                  + Exemptions.PROPERTY
                  + "': "
                  + bean
                  + ".");
        }
        exemptions.addHandlerOfExemptMapping(type);
      }
      standings.exemptRoutes();
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
      // Filters around them are not shown here, and may answer in their place.
      look(lookup.getClass(), "The resources");
      if (exempt) {
        exemptions.addHandlerOfExemptMapping(RESOURCES);
      }
    }

    @Override
    public void attributes(Map<String, Object> attributes) {
      // They say nothing about who answers.
    }
  }
}
