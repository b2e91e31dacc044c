package dev.gatewright.spring.entry;

import dev.gatewright.spring.bean.UnguardedObjects;
import dev.gatewright.spring.exchange.HandlerStanding;
import dev.gatewright.spring.exchange.HandlerStandings;
import dev.gatewright.spring.exemption.Exemptions;
import dev.gatewright.spring.startup.StartUpException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.Resource;
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
  private final Exemptions exemptions;
  private final UnguardedObjects unguarded;
  private final HandlerStandings standings;

  /** What answers in the beans that are listed; compared by identity. */
  private final Set<Object> ofBeans = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The beans that are listed, which have their filters with them; compared by identity. */
  private final Set<Object> listedBeans = Collections.newSetFromMap(new IdentityHashMap<>());

  RouteVerifier(Exemptions exemptions, HandlerStandings standings) {
    this.exemptions = exemptions;
    this.unguarded = new UnguardedObjects(exemptions);
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
    RouterFunction<?> all = routes.getRouterFunction();
    if (all != null) {
      if (!exempt) {
        // Those that are beans first, so that the message names the bean.
        Map<String, RouterFunction<?>> functions = new LinkedHashMap<>();
        BeanFactoryUtils.beansOfTypeIncludingAncestors(beans, RouterFunction.class)
            .forEach(functions::put);
        functions.forEach(this::verifyRoutes);
        functions.forEach(this::verifyFilters);
        verifyFilters(mapping, all);
      }
      all.accept(new Routes(mapping, each -> exempt || ofBeans.contains(each)));
    }
    standings.exemptRoutes(routes);
  }

  private void verifyRoutes(String bean, RouterFunction<?> function) {
    boolean listed = exemptions.containNamed(bean);
    if (listed) {
      listedBeans.add(function);
    }
    function.accept(new Routes(bean, each -> listed && note(each)));
  }

  /** What stands around a handler that is exempt by its class may answer in its place. */
  private void verifyFilters(String bean, RouterFunction<?> function) {
    for (Object filter : RouteFilters.of(function, Set.of())) {
      unguarded.verifyNone("a function around routes of '" + bean + "'", filter);
    }
    for (Object filter : RouteFilters.of(function, listedBeans)) {
      if (standings.ofClass(filter.getClass()) instanceof HandlerStanding.Open open) {
        throw refusal("A function around routes", bean, open.type());
      }
    }
  }

  private static StartUpException refusal(String what, String bean, Class<?> type) {
    return new StartUpException(
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

  private boolean note(Object answering) {
    ofBeans.add(answering);
    return true;
  }

  private final class Routes implements RouterFunctions.Visitor {
    private final String bean;
    private final Predicate<Object> exempt;

    Routes(String bean, Predicate<Object> exempt) {
      this.bean = bean;
      this.exempt = exempt;
    }

    @Override
    public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
      look(handler, "The route " + predicate);
    }

    @Override
    public void unknown(RouterFunction<?> function) {
      look(function, "The router function " + function.getClass().getName());
    }

    private void look(Object answering, String what) {
      Class<?> type = answering.getClass();
      unguarded.verifyNone(what + " of '" + bean + "'", answering);
      if (standings.ofClass(type) instanceof HandlerStanding.Open) {
        if (!exempt.test(answering)) {
          throw refusal(what, bean, type);
        }
        exemptions.addHandler(answering);
      }
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
      look(lookup, "The resources");
    }

    @Override
    public void attributes(Map<String, Object> attributes) {
      // They say nothing about who answers.
    }
  }
}
