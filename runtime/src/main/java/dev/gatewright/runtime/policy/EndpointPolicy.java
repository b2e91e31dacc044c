package dev.gatewright.runtime.policy;

import dev.gatewright.Scheme;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything the gate must know of one endpoint. Immutable and thread-safe; generated guards build
 * one for each endpoint when they are loaded.
 */
public final class EndpointPolicy {
  private final Class<?> type;
  private final String method;
  private final List<Class<?>> parameters;
  private final String id;
  private final String route;
  private final AccessPolicy access;
  private final List<LimitPolicy> limits;
  private final InputPolicy input;
  private final List<String> names;
  private final List<AskedClass> asked;

  private EndpointPolicy(Builder builder, AccessPolicy access) {
    this.type = builder.type;
    this.method = builder.method;
    this.parameters = builder.parameters;
    this.id = builder.type.getSimpleName() + "." + builder.method;
    this.route = builder.route.isEmpty() ? id : builder.route;
    this.access = access;
    this.limits = List.copyOf(builder.limits);
    this.input =
        new InputPolicy(
            builder.maxBodyBytes, builder.maxDepth, builder.groups, builder.parameterNames);
    this.names = builder.names;
    this.asked = List.copyOf(builder.asked);
  }

  /**
   * Starts the policy of a method.
   *
   * @param type the guarded type, not the guard
   * @param method the method's name
   * @param parameters the method's erased parameter types
   */
  public static Builder of(Class<?> type, String method, Class<?>... parameters) {
    return new Builder(type, method, List.of(parameters));
  }

  /** The guarded type. */
  public Class<?> type() {
    return type;
  }

  /** Name of the guarded method. */
  public String method() {
    return method;
  }

  /** Erased parameter types of the guarded method. */
  public List<Class<?>> parameters() {
    return parameters;
  }

  /**
   * The guarded method, of the nearest class that declares it, else of an interface; null where it
   * has these parameters in the guard only, as a generic method has.
   */
  public @Nullable Method declaration() {
    Class<?>[] types = parameters.toArray(Class<?>[]::new);
    for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
      try {
        return declaring.getDeclaredMethod(method, types);
      } catch (NoSuchMethodException inherited) {
        // Declared further up, or by an interface.
      }
    }
    try {
      return type.getMethod(method, types);
    } catch (NoSuchMethodException generic) {
      return null;
    }
  }

  /** Short name for events and metrics, {@code Accounts.transfer}; overloads share it. */
  public String id() {
    return id;
  }

  /** The route, {@code POST /accounts/{id}/transfers}; the id where there is none. */
  public String route() {
    return route;
  }

  /** Who may call. */
  public AccessPolicy access() {
    return access;
  }

  /** All limits, in the order they were declared. */
  public List<LimitPolicy> limits() {
    return limits;
  }

  /** What is accepted as input. */
  public InputPolicy input() {
    return input;
  }

  /**
   * Names of all parameters, in order, as the guard was generated from them; {@code from=sender}
   * where requests have another name. Empty where nothing is asked about arguments.
   */
  public List<String> names() {
    return names;
  }

  /** Classes that are asked about arguments. */
  public List<AskedClass> asked() {
    return asked;
  }

  @Override
  public String toString() {
    return id;
  }

  /** Collects a policy's parts. Not thread-safe. */
  public static final class Builder {
    private final Class<?> type;
    private final String method;
    private final List<Class<?>> parameters;
    private String route = "";
    private @Nullable String openReason;
    private boolean secured;
    private final Set<Scheme> schemes = new LinkedHashSet<>();
    private final List<Set<String>> roleGroups = new ArrayList<>();
    private final List<String> scopes = new ArrayList<>();
    private boolean mfa;
    private final List<String> acrs = new ArrayList<>();
    private @Nullable Duration maxAuthAge;
    private final List<LimitPolicy> limits = new ArrayList<>();
    private int maxBodyBytes = InputPolicy.DEFAULT.maxBodyBytes();
    private int maxDepth = InputPolicy.DEFAULT.maxDepth();
    private List<Class<?>> groups = List.of();
    private List<String> parameterNames = List.of();
    private List<String> names = List.of();
    private final List<AskedClass> asked = new ArrayList<>();

    private Builder(Class<?> type, String method, List<Class<?>> parameters) {
      this.type = Objects.requireNonNull(type);
      this.method = Objects.requireNonNull(method);
      this.parameters = parameters;
    }

    /** The route that leads here, for events and documents; it decides nothing. */
    public Builder route(String httpMethod, String path) {
      route = httpMethod + " " + path;
      return this;
    }

    /** Anybody may call, for this reason. */
    public Builder open(String reason) {
      openReason = reason;
      return this;
    }

    /** Only authenticated callers may call. */
    public Builder secured() {
      secured = true;
      return this;
    }

    /** Only these kinds of credential are accepted. */
    public Builder schemes(Scheme... accepted) {
      schemes.addAll(List.of(accepted));
      return this;
    }

    /** One more group of roles, of which the caller needs at least one. */
    public Builder anyRole(String... roles) {
      roleGroups.add(new LinkedHashSet<>(List.of(roles)));
      return this;
    }

    /** More scopes, of which the caller needs all. */
    public Builder allScopes(String... needed) {
      scopes.addAll(List.of(needed));
      return this;
    }

    /** The caller must have authenticated with more than one factor. */
    public Builder mfa() {
      mfa = true;
      return this;
    }

    /** The caller's authentication context class must reach this one (RFC 9470). */
    public Builder acr(String acr) {
      acrs.add(acr);
      return this;
    }

    /** The caller must have authenticated no longer ago than this. */
    public Builder maxAuthAge(Duration age) {
      maxAuthAge = age;
      return this;
    }

    /** A limit that counts calls of this endpoint only. */
    public Builder limit(LimitPolicy limit) {
      String signature =
          parameters.stream().map(Class::getName).collect(Collectors.joining(",", "(", ")"));
      limits.add(limit.within(type.getName() + "." + method + signature));
      return this;
    }

    /** A limit that all endpoints below this type share. */
    public Builder sharedLimit(Class<?> declaringType, LimitPolicy limit) {
      limits.add(limit.within(declaringType.getName()));
      return this;
    }

    /** Bounds of the request body: its size in bytes, and its nesting. */
    public Builder body(int maxBytes, int depth) {
      maxBodyBytes = maxBytes;
      maxDepth = depth;
      return this;
    }

    /** Names of the parameters that are validated, in order. */
    public Builder parameterNames(String... names) {
      parameterNames = List.of(names);
      return this;
    }

    /** Names of all parameters, in order, where something is asked about them by name. */
    public Builder names(String... all) {
      names = List.of(all);
      return this;
    }

    /** One more class that is asked about the parameters of these names. */
    public Builder asks(Class<?> askedType, String askedMethod, String... askedNames) {
      asked.add(new AskedClass(askedType, askedMethod, List.of(askedNames)));
      return this;
    }

    /** Jakarta Validation groups. */
    public Builder groups(Class<?>... newGroups) {
      groups = List.of(newGroups);
      return this;
    }

    /**
     * The policy.
     *
     * @throws IllegalStateException unless exactly one of {@link #open} and {@link #secured} was
     *     called: nothing is open by omission
     */
    public EndpointPolicy build() {
      if (secured == (openReason != null)) {
        throw new IllegalStateException(
            type.getName() + "." + method + " must be either secured or open");
      }
      AccessPolicy access =
          openReason != null
              ? new AccessPolicy.Open(openReason)
              : new AccessPolicy.Authenticated(schemes, roleGroups, scopes, mfa, acrs, maxAuthAge);
      return new EndpointPolicy(this, access);
    }
  }
}
