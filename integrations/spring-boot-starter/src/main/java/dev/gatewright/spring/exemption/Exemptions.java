package dev.gatewright.spring.exemption;

import dev.gatewright.spring.guard.GuardAnnotations;
import dev.gatewright.spring.guard.GuardClasses;
import dev.gatewright.spring.startup.NoEmptyEntries;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Names what may answer requests without a guard: the entries of {@code gatewright.exemptions}.
 *
 * <p>An entry is the name of a class, which stands for its nested classes and lambdas too, or of a
 * bean, servlet or filter. A class stands for what answers (a handler, servlet, filter, socket
 * handler or advice), or for the handler mapping that leads there. A class with the name of a
 * method, {@code Tenants#check}, is an advice that guards may do without. Thread-safe.
 */
public final class Exemptions {
  public static final String PROPERTY = "gatewright.exemptions";

  private final List<String> names;
  private final GuardAnnotations annotations = new GuardAnnotations();

  /** Entries that something was met for. */
  private final Set<String> met = ConcurrentHashMap.newKeySet();

  /** Classes of the filters whose names are listed, which no other filter has. */
  private final Set<Class<?>> filters = ConcurrentHashMap.newKeySet();

  /** Classes of filters and interceptors that are in use, and of which nothing is listed. */
  private final Set<Class<?>> unlisted = ConcurrentHashMap.newKeySet();

  /** Handlers whose beans or mappings are listed; compared by identity. */
  private final Set<Object> handlers =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  /** Handler methods of exempt mappings, by their beans; those compared by identity. */
  private final Map<Object, Set<Method>> methods =
      Collections.synchronizedMap(new IdentityHashMap<>());

  Exemptions(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** For what is made before configuration properties can be. */
  public static Exemptions of(Environment environment) {
    return new Exemptions(
        Binder.get(environment, new NoEmptyEntries(BindHandler.DEFAULT))
            .bindOrCreate("gatewright", ExemptionProperties.class)
            .exemptions());
  }

  public List<String> names() {
    return names;
  }

  /** Entries that stand for nothing that was met so far. */
  List<String> unmet() {
    return names.stream().filter(name -> !met.contains(name)).toList();
  }

  /** Whether the class, or one around it, is listed, and may be. */
  public boolean contain(Class<?> type) {
    return !names.isEmpty() && containClass(nameOf(type)) && !wantsGuard(type);
  }

  /** Whether the class is listed as one that holds objects on purpose; it may be guarded itself. */
  public boolean containHolder(Class<?> type) {
    return !names.isEmpty() && containClass(nameOf(type));
  }

  /**
   * Whether the class bears Gatewright's annotations and is no guard: nothing exempts its objects,
   * neither its own name nor that of its bean, servlet or mapping.
   */
  public boolean wantsGuard(Class<?> type) {
    try {
      return annotations.reach(type) && !GuardClasses.isGenerated(ClassUtils.getUserClass(type));
    } catch (LinkageError incomplete) {
      // Its methods cannot be called either.
      return false;
    }
  }

  /** Whether the class of that name, or one around it, is listed. */
  public boolean containClass(String className) {
    for (String name : names) {
      if (className.equals(name) || className.startsWith(name + "$")) {
        met.add(name);
        return true;
      }
    }
    return false;
  }

  /** The name by which a class is listed: for a lambda, that of the class it was written in. */
  public static String nameOf(Class<?> type) {
    String name = ClassUtils.getUserClass(type).getName();
    int lambda = name.indexOf("$$Lambda");
    return lambda < 0 ? name : name.substring(0, lambda);
  }

  /**
   * Whether the bean, servlet, filter or method of an advice of that name is listed; never where it
   * has no name.
   */
  public boolean containNamed(String name) {
    return !name.isEmpty() && names.contains(name) && (met.contains(name) || met.add(name));
  }

  /** Whether the very object is exempt, as its bean or its mapping is listed. */
  public boolean containHandler(Object handler) {
    return !handlers.isEmpty() && handlers.contains(handler);
  }

  /** Notes that a handler is exempt, as its bean or its mapping is listed. */
  public void addHandler(Object handler) {
    handlers.add(handler);
  }

  /** Whether the very method of the very bean is exempt, as its mapping is listed. */
  public boolean containMethod(Object bean, Method method) {
    return !methods.isEmpty() && methods.getOrDefault(bean, Set.of()).contains(method);
  }

  /** Notes that a method of a bean is exempt, as its mapping is listed. */
  public void addMethod(Object bean, Method method) {
    methods.computeIfAbsent(bean, each -> ConcurrentHashMap.newKeySet()).add(method);
  }

  /** Whether the filter's class, or its name, is listed. */
  public boolean containFilter(Class<?> filter) {
    return filters.contains(filter) || contain(filter);
  }

  /** Notes that a filter is exempt, as its name is listed, and that no other has its class. */
  public void addFilter(Class<?> filter) {
    filters.add(filter);
  }

  /** Notes that a filter or interceptor is in use; it matters where it is not listed itself. */
  public void addUsed(Class<?> type) {
    if (!containFilter(type)) {
      unlisted.add(type);
    }
  }

  /**
   * Classes that are not listed, and which the running object may be of: it runs nothing but the
   * code of a superclass.
   */
  public List<Class<?>> unlistedIn(RunningObject running) {
    return unlisted.stream().filter(running::mayBe).toList();
  }
}
