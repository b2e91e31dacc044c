package dev.gatewright.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The leases of this process: a fixed number of places, in which a key's lease replaces another's
 * that has the same. What is left of a lease that is replaced is given back. Thread-safe.
 */
final class Leases {
  private final AtomicReferenceArray<@Nullable Lease> places;
  private final GiveBack giveBack;

  /** Gives calls back to Redis. */
  interface GiveBack {
    CompletableFuture<?> calls(Counter counter, String key, long calls, long chargedAt);
  }

  Leases(int places, GiveBack giveBack) {
    this.places = new AtomicReferenceArray<>(places);
    this.giveBack = giveBack;
  }

  /** The last lease of a key, alive or not. */
  @Nullable Lease of(String key) {
    Lease lease = places.get(place(key));
    return lease != null && lease.key().equals(key) ? lease : null;
  }

  void put(Lease lease) {
    Lease before = places.getAndSet(place(lease.key()), lease);
    if (before != null) {
      var unused = end(before);
    }
  }

  /** Gives back what is left of all leases, and waits a second at most until Redis has it. */
  void close() {
    List<CompletableFuture<?>> sent = new ArrayList<>();
    for (int i = 0; i < places.length(); i++) {
      Lease lease = places.getAndSet(i, null);
      if (lease != null) {
        sent.add(end(lease));
      }
    }
    var unused =
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
            .completeOnTimeout(null, 1, TimeUnit.SECONDS)
            .join();
  }

  private CompletableFuture<?> end(Lease lease) {
    long left = lease.end();
    return left > 0
        ? giveBack.calls(lease.counter(), lease.key(), left, lease.chargedAt())
        : CompletableFuture.completedFuture(null);
  }

  private int place(String key) {
    return Math.floorMod(key.hashCode(), places.length());
  }
}
