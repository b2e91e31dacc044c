package dev.gatewright.golden;

import dev.gatewright.Public;
import dev.gatewright.RateLimited;
import dev.gatewright.LimitKey;
import dev.gatewright.Secured;
import java.util.List;

public interface Catalogue<T> {

  @Secured(scopes = "catalogue:write")
  void add(T item);

  @Public(reason = "prices are public")
  @RateLimited(permits = 10_000, per = "1h", key = LimitKey.ADDRESS, cost = 2, burst = 500)
  List<T> all();

  @Secured
  default T first() {
    return all().get(0);
  }

  /** Not an endpoint: handed on. */
  int size();

  default boolean isEmpty() {
    return size() == 0;
  }

  static <T> Catalogue<T> none() {
    throw new UnsupportedOperationException();
  }

  @Override
  String toString();
}
