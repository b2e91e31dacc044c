package dev.gatewright.spring.undecided;

import dev.gatewright.spring.guard.UndecidedMethods;
import dev.gatewright.spring.startup.StartUpException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says which endpoints may answer without a guard as they are not decided yet: those that were
 * listed when they were compiled, where the application says that it serves them. Thread-safe.
 */
public final class UndecidedEndpoints {
  private static final String PROPERTY = "gatewright.undecided-endpoints";
  private static final Logger log = LoggerFactory.getLogger(UndecidedEndpoints.class);

  /** More than these are counted only where a start is refused. */
  private static final int MOST_NAMED = 10;

  private record Handler(Class<?> type, Method method) {}

  private final boolean served;

  /** Those that requests can reach, by their names. */
  private final Set<String> mapped = new ConcurrentSkipListSet<>();

  private final Set<String> told = new ConcurrentSkipListSet<>();
  private final Map<Handler, Boolean> known = new ConcurrentHashMap<>();

  UndecidedEndpoints(boolean served) {
    this.served = served;
  }

  /**
   * Whether requests may come to a method.
   *
   * @param type the class of what is called: a guard, or a class without one
   * @param method as that class has it
   */
  public boolean serve(Class<?> type, Method method) {
    return served
        && known.computeIfAbsent(
            new Handler(type, method), each -> UndecidedMethods.contain(type, method));
  }

  /** Notes that a mapping leads to a method; tells whether the method is one of them. */
  public boolean noteMapped(Class<?> type, Method method) {
    if (!UndecidedMethods.contain(type, method)) {
      return false;
    }
    mapped.add(UndecidedMethods.nameOf(type, method));
    return true;
  }

  /**
   * Decides once all mappings were looked at, and logs those that are served.
   *
   * @throws StartUpException if there are any, and the application does not say that it serves them
   */
  public void decide() {
    Set<String> now = new TreeSet<>(mapped);
    now.removeAll(told);
    if (now.isEmpty()) {
      return;
    }
    told.addAll(now);
    String are = now.size() == 1 ? " endpoint is" : " endpoints are";
    if (!served) {
      throw new StartUpException(
          now.size()
              + are
              + " not decided yet, and would answer without a guard, as the property '"
              + PROPERTY
              + "' does not allow: "
              + shortened(now),
          "annotate them with @Secured, or with @Public and a reason, and remove their lines from"
              + " the baseline; or, while the application adopts Gatewright and something else"
              + " protects them, set '"
              + PROPERTY
              + "' to 'served'.");
    }
    log.warn(
        "{}{} not decided yet, and open to anybody as far as Gatewright knows ('{}'): {}",
        now.size(),
        are,
        PROPERTY,
        now);
  }

  private static String shortened(Set<String> names) {
    String first = String.join(", ", names.stream().limit(MOST_NAMED).toList());
    return names.size() > MOST_NAMED
        ? first + " and " + (names.size() - MOST_NAMED) + " more"
        : first;
  }

  /** How many of them requests can reach. */
  public int count() {
    return mapped.size();
  }
}
