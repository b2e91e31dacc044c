package orders;

import static dev.gatewright.Strategy.LEAKY_BUCKET;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;

class BadWaits {
  @Secured
  // expect 77: [GW-L13] @RateLimited at BadWaits.list() has maxWait = "500": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 30s. Fix: write it as in "500ms".
  @RateLimited(permits = 10, per = "1s", strategy = LEAKY_BUCKET, maxWait = "500")
  void list() {}

  @Secured
  // expect 77: [GW-L13] @RateLimited at BadWaits.find(String) has maxWait = "31s": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 30s. Fix: write it as in "500ms".
  @RateLimited(permits = 10, per = "1s", strategy = LEAKY_BUCKET, maxWait = "31s")
  void find(String id) {}

  @Secured
  // expect 77: [GW-L13] @RateLimited at BadWaits.count() has maxWait = "0ms": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 30s. Fix: write it as in "500ms".
  @RateLimited(permits = 10, per = "1s", strategy = LEAKY_BUCKET, maxWait = "0ms")
  void count() {}

  @Secured
  // expect 52: [GW-L13] @RateLimited at BadWaits.sum() has maxWait = "soon": it must be a whole number and a unit (ms, s, m, h, d), from 1ms to 30s. Fix: write it as in "500ms".
  @RateLimited(permits = 10, per = "1s", maxWait = "soon")
  void sum() {}
}
