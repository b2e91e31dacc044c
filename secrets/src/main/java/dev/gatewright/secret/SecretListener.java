package dev.gatewright.secret;

import java.util.List;

/**
 * Is told when what a {@link RotatingSecret} serves has changed. Called after the change, on
 * whichever thread noticed it, one call at a time for one secret; must be quick and may not throw.
 *
 * @param <T> what is derived from the versions
 */
@FunctionalInterface
public interface SecretListener<T> {

  /**
   * What is served has changed.
   *
   * @param before what was served until now
   * @param now what is served from now on
   * @param withdrawn versions that were accepted and no longer are; empty where one was only added
   */
  void changed(T before, T now, List<SecretValue> withdrawn);
}
