package dev.gatewright.runtime.limit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The counters of one limit: a fixed number of slots, in sets of eight, each a key's fingerprint
 * and its word. A key lives in any slot of the one set its fingerprint chooses.
 *
 * <p><b>Full sets.</b> A key that is not found takes the slot with the least debt. The debt of keys
 * that lost their slots is not forgotten: the set keeps the strictest of their words as its floor,
 * and every newcomer starts from there. So no flood of keys can give a key more permits than it
 * had, whether its slot was taken or not; what a flood can do is make newcomers wait. This is the
 * Space-Saving sketch (Metwally et al., 2005), with a floor instead of the smallest count, because
 * words can be lowered by {@link #giveBack} and those of windows fade unequally.
 *
 * <p><b>Concurrency.</b> A known key is charged by one compare-and-set of its word; no lock. Taking
 * a slot holds the set's latch for the few steps it needs; others that need the latch spin. The old
 * label goes before the word changes and the new one comes after; a thread that finds, after
 * charging, that the label has gone charges again where its key is now. It may so pay twice, never
 * not at all.
 */
final class LimitTable implements LimitCounter {

  /** Memory a slot takes: fingerprint and word, and an eighth of the set's floor and latch. */
  static final int BYTES_PER_SLOT = 18;

  static final int SLOTS_PER_SET = 8;

  private static final int WORDS = SLOTS_PER_SET;
  private static final int FLOOR = 2 * SLOTS_PER_SET;
  private static final int LATCH = FLOOR + 1;
  private static final int CELLS_PER_SET = LATCH + 1;
  private static final int SPINS_BEFORE_YIELD = 64;
  private static final long NO_KEY = 0;

  /** That another thread was faster: to be asked again. No limit says it, as words have 63 bits. */
  private static final long AGAIN = Long.MIN_VALUE;

  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

  private final LimitAlgorithm algorithm;
  private final long[] cells;
  private final long sets;

  /**
   * Allocates all memory the limit will ever use.
   *
   * @param slots a multiple of {@link #SLOTS_PER_SET}
   */
  LimitTable(LimitAlgorithm algorithm, int slots) {
    this.algorithm = algorithm;
    this.sets = slots / SLOTS_PER_SET;
    this.cells = new long[slots / SLOTS_PER_SET * CELLS_PER_SET];
  }

  /** Bytes of the table. */
  long bytes() {
    return (long) cells.length * Long.BYTES;
  }

  @Override
  public long peek(long fingerprint, long now) {
    long key = label(fingerprint);
    int set = setOf(key);
    while (true) {
      int slot = find(set, key);
      long word = read(slot < 0 ? set + FLOOR : slot + WORDS);
      if (slot < 0 || read(slot) == key) {
        return algorithm.charge(word, now) == LimitAlgorithm.REFUSED ? ~word : word;
      }
    }
  }

  @Override
  public long charge(long fingerprint, long now) {
    long key = label(fingerprint);
    int set = setOf(key);
    for (int attempt = 0; ; attempt++) {
      int slot = find(set, key);
      long said = slot < 0 ? admit(set, key, now, attempt) : charge(slot, key, now);
      if (said != AGAIN) {
        return said;
      }
    }
  }

  @Override
  public LimitDecision decision(long said, long now) {
    return said < 0
        ? algorithm.refused(LimitCounter.state(said), now)
        : algorithm.granted(said, now);
  }

  /** Does nothing where the key has lost its slot meanwhile. */
  @Override
  public void giveBack(long fingerprint, long said) {
    long key = label(fingerprint);
    int set = setOf(key);
    awaitLatch(set);
    try {
      // With the latch held nobody can take the slot; others may still charge it.
      int slot = find(set, key);
      if (slot >= 0) {
        long word;
        do {
          word = read(slot + WORDS);
        } while (!swap(slot + WORDS, word, algorithm.giveBack(word, said)));
      }
    } finally {
      unlatch(set);
    }
  }

  @Override
  public void credit(long fingerprint, long permits, long now) {
    long key = label(fingerprint);
    int set = setOf(key);
    awaitLatch(set);
    try {
      int slot = find(set, key);
      if (slot < 0) {
        long word = algorithm.credit(read(set + FLOOR), permits, now);
        relabel(set, leastIndebted(set, now), key, word);
        return;
      }
      long word;
      do {
        word = read(slot + WORDS);
      } while (!swap(slot + WORDS, word, algorithm.credit(word, permits, now)));
    } finally {
      unlatch(set);
    }
  }

  private long charge(int slot, long key, long now) {
    long word = read(slot + WORDS);
    long charged = algorithm.charge(word, now);
    if (charged != LimitAlgorithm.REFUSED && !swap(slot + WORDS, word, charged)) {
      return AGAIN;
    }
    if (read(slot) != key) {
      return AGAIN; // Relabelled meanwhile: that was perhaps another key's word.
    }
    return charged == LimitAlgorithm.REFUSED ? ~word : charged;
  }

  private long admit(int set, long key, long now, int attempt) {
    long floor = read(set + FLOOR);
    if (algorithm.charge(floor, now) == LimitAlgorithm.REFUSED) {
      return ~floor; // Most of a flood ends here, and waits for nobody.
    }
    if (!latch(set, attempt)) {
      return AGAIN;
    }
    try {
      long charged = algorithm.charge(read(set + FLOOR), now);
      if (charged == LimitAlgorithm.REFUSED || find(set, key) >= 0) {
        return AGAIN; // Another thread was faster: look again.
      }
      relabel(set, leastIndebted(set, now), key, charged);
      return charged;
    } finally {
      unlatch(set);
    }
  }

  private void relabel(int set, int slot, long key, long charged) {
    write(slot, NO_KEY);
    long word;
    do {
      word = read(slot + WORDS);
      write(set + FLOOR, algorithm.stricter(read(set + FLOOR), word));
    } while (!swap(slot + WORDS, word, charged));
    write(slot, key);
  }

  private int leastIndebted(int set, long now) {
    int slot = set;
    long least = Long.MAX_VALUE;
    for (int i = set; i < set + SLOTS_PER_SET; i++) {
      long debt = algorithm.debt(read(i + WORDS), now);
      if (debt < least) {
        least = debt;
        slot = i;
      }
    }
    return slot;
  }

  private int find(int set, long key) {
    for (int i = set; i < set + SLOTS_PER_SET; i++) {
      if (read(i) == key) {
        return i;
      }
    }
    return -1;
  }

  private void awaitLatch(int set) {
    int attempt = 0;
    while (!latch(set, attempt)) {
      attempt++;
    }
  }

  @SuppressWarnings("ThreadPriorityCheck") // Correct without the yield; with it, not stuck long.
  private boolean latch(int set, int attempt) {
    if (swap(set + LATCH, 0, 1)) {
      return true;
    }
    // The holder needs nanoseconds, unless the scheduler has taken its processor away.
    if (attempt < SPINS_BEFORE_YIELD) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
    return false;
  }

  private void unlatch(int set) {
    write(set + LATCH, 0);
  }

  private static long label(long fingerprint) {
    return fingerprint == NO_KEY ? 1 : fingerprint;
  }

  /** Index of the set's first cell: the upper half of the fingerprint, scaled to the sets. */
  private int setOf(long key) {
    return (int) (((key >>> Integer.SIZE) * sets) >>> Integer.SIZE) * CELLS_PER_SET;
  }

  private long read(int cell) {
    return (long) CELL.getVolatile(cells, cell);
  }

  private void write(int cell, long value) {
    CELL.setVolatile(cells, cell, value);
  }

  private boolean swap(int cell, long expected, long value) {
    return CELL.compareAndSet(cells, cell, expected, value);
  }
}
