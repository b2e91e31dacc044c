package dev.gatewright.runtime.limit;

import org.jspecify.annotations.Nullable;

/**
 * The counters of one limit: a fixed number of slots, in sets of eight, each a key's fingerprint
 * and its word. A key lives in any slot of the one set its fingerprint chooses.
 *
 * <p><b>Full sets.</b> A key that is not found takes the slot with the least debt. The debt of keys
 * that lost their slots is not forgotten: the set keeps the strictest of their words as its floor,
 * and every newcomer starts from there. So no flood of keys can give a key more permits than it
 * had, whether its slot was taken or not; what a flood can do is make newcomers wait, or, with
 * {@link Eviction#LENIENT}, give each newcomer one call. This is the Space-Saving sketch (Metwally
 * et al., 2005), with a floor instead of the smallest count, because words can be lowered by {@link
 * #giveBack} and those of windows fade unequally.
 *
 * <p><b>Concurrency.</b> A known key is charged by one compare-and-set of its word; no lock. Taking
 * a slot holds the set's latch for the few steps it needs; others that need the latch spin. The old
 * label goes before the word changes and the new one comes after; a thread that finds, after
 * charging, that the label has gone charges again where its key is now. It may so pay twice, never
 * not at all.
 *
 * <p><b>Other numbers.</b> A table that takes another's place takes its words over set by set, each
 * set before it is used. In the other a word that was taken over is marked, so that a late charge
 * there is made here.
 */
final class LimitTable implements LimitCounter {

  private static final long NO_KEY = 0;

  /** In place of a word or a floor that another table has taken over. */
  private static final long TAKEN_OVER = -1;

  /** That another thread was faster: to be asked again. No limit says it, as words have 63 bits. */
  private static final long AGAIN = Long.MIN_VALUE;

  private final LimitAlgorithm algorithm;
  private final SlotSets sets;
  private final boolean lenient;

  /** All bits, or none where everybody is one key. */
  private final long keyMask;

  /** Whose words are being taken over; null once they are. */
  private volatile @Nullable LimitTable predecessor;

  /**
   * Allocates all memory the limit will ever use.
   *
   * @param slots a multiple of {@link SlotSets#SLOTS_PER_SET}
   */
  LimitTable(LimitAlgorithm algorithm, int slots, Eviction eviction) {
    this(algorithm, slots, eviction, -1);
  }

  private LimitTable(LimitAlgorithm algorithm, int slots, Eviction eviction, long keyMask) {
    this.algorithm = algorithm;
    this.sets = new SlotSets(slots);
    this.lenient = eviction == Eviction.LENIENT;
    this.keyMask = keyMask;
  }

  /** A table with one key, whatever fingerprint is given. */
  static LimitTable ofOneKey(LimitAlgorithm algorithm) {
    return new LimitTable(algorithm, SlotSets.SLOTS_PER_SET, Eviction.STRICT, 0);
  }

  /**
   * A table that takes another's place, of the same size. From the first call on, the other says
   * {@link #MOVED}, key by key; {@link #takeOver} ends it.
   */
  LimitTable(LimitAlgorithm algorithm, LimitTable predecessor) {
    this.algorithm = algorithm;
    this.sets = new SlotSets(predecessor.sets.slots());
    this.lenient = predecessor.lenient;
    this.keyMask = predecessor.keyMask;
    sets.unfilled();
    this.predecessor = predecessor;
  }

  long bytes() {
    return sets.bytes();
  }

  /** Takes all over that is not yet, and forgets the predecessor. */
  void takeOver(long now) {
    for (int number = 0; number < sets.slots() / SlotSets.SLOTS_PER_SET; number++) {
      ready(sets.set(number), now);
    }
    predecessor = null;
  }

  @Override
  public long peek(long fingerprint, long now) {
    long key = label(fingerprint);
    int set = sets.setOf(key);
    ready(set, now);
    while (true) {
      int slot = sets.find(set, key);
      long word = slot < 0 ? newcomer(sets.floor(set), now) : sets.word(slot);
      if (word == TAKEN_OVER) {
        return MOVED;
      }
      if (slot < 0 || sets.label(slot) == key) {
        return StrategyAlgorithms.charged(algorithm, word, now) == LimitAlgorithm.REFUSED
            ? ~word
            : word;
      }
    }
  }

  @Override
  public long charge(long fingerprint, long now) {
    long key = label(fingerprint);
    int set = sets.setOf(key);
    ready(set, now);
    while (true) {
      int slot = sets.find(set, key);
      long said = slot < 0 ? admit(set, key, now) : charge(slot, key, now);
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

  /** Does nothing where the key has lost its slot meanwhile, or the table its place. */
  @Override
  public void giveBack(long fingerprint, long said, long chargedAt, long now) {
    long key = label(fingerprint);
    int set = sets.setOf(key);
    sets.latch(set);
    try {
      // With the latch held nobody can take the slot; others may still charge it.
      int slot = sets.find(set, key);
      if (slot >= 0) {
        long word;
        do {
          word = sets.word(slot);
        } while (word != TAKEN_OVER && !sets.word(slot, word, algorithm.giveBack(word, said, now)));
      }
    } finally {
      sets.unlatch(set);
    }
  }

  @Override
  public boolean credit(long fingerprint, long permits, long now) {
    long key = label(fingerprint);
    int set = sets.setOf(key);
    ready(set, now);
    sets.latch(set);
    try {
      int slot = sets.find(set, key);
      if (slot >= 0) {
        return credit(slot, permits, now);
      }
      long floor = sets.floor(set);
      if (floor == TAKEN_OVER) {
        return false;
      }
      long word = algorithm.credit(newcomer(floor, now), permits, now);
      relabel(set, victim(set, key, now), key, word);
      return true;
    } finally {
      sets.unlatch(set);
    }
  }

  private boolean credit(int slot, long permits, long now) {
    while (true) {
      long word = sets.word(slot);
      if (word == TAKEN_OVER) {
        return false;
      }
      if (sets.word(slot, word, algorithm.credit(word, permits, now))) {
        return true;
      }
    }
  }

  private long charge(int slot, long key, long now) {
    long word = sets.word(slot);
    if (word == TAKEN_OVER) {
      return MOVED;
    }
    long charged = StrategyAlgorithms.charged(algorithm, word, now);
    if (charged != LimitAlgorithm.REFUSED && !sets.word(slot, word, charged)) {
      return AGAIN;
    }
    if (sets.label(slot) != key) {
      return AGAIN; // Relabelled meanwhile: that was perhaps another key's word.
    }
    return charged == LimitAlgorithm.REFUSED ? ~word : charged;
  }

  private long admit(int set, long key, long now) {
    long start = newcomer(sets.floor(set), now);
    if (start == TAKEN_OVER) {
      return MOVED;
    }
    if (StrategyAlgorithms.charged(algorithm, start, now) == LimitAlgorithm.REFUSED) {
      return ~start; // Most of a flood ends here, and waits for nobody.
    }
    sets.latch(set);
    try {
      start = newcomer(sets.floor(set), now);
      if (start == TAKEN_OVER) {
        return MOVED;
      }
      long charged = StrategyAlgorithms.charged(algorithm, start, now);
      if (charged == LimitAlgorithm.REFUSED || sets.find(set, key) >= 0) {
        return AGAIN; // Another thread was faster: look again.
      }
      relabel(set, victim(set, key, now), key, charged);
      return charged;
    } finally {
      sets.unlatch(set);
    }
  }

  /** What a key that has no slot starts from. */
  private long newcomer(long floor, long now) {
    boolean capped =
        lenient && floor != TAKEN_OVER && algorithm.charge(floor, now) == LimitAlgorithm.REFUSED;
    return capped ? algorithm.oneCallLeft(now) : floor;
  }

  private void relabel(int set, int slot, long key, long charged) {
    sets.label(slot, NO_KEY);
    long word;
    do {
      word = sets.word(slot);
      sets.floor(set, algorithm.stricter(sets.floor(set), word));
    } while (!sets.word(slot, word, charged));
    sets.label(slot, key);
  }

  /** A slot that nobody has, if there is one; otherwise that of the key that owes least. */
  private int victim(int set, long key, long now) {
    int leastIndebted = set;
    long least = Long.MAX_VALUE;
    for (int i = 0; i < SlotSets.SLOTS_PER_SET; i++) {
      int slot = SlotSets.slot(set, key + i);
      boolean unused = sets.label(slot) == NO_KEY;
      long debt = unused ? -1 : algorithm.debt(sets.word(slot), now);
      if (debt < least) {
        least = debt;
        leastIndebted = slot;
      }
    }
    // Where even that one is exhausted, all are. Then chance decides: to drive out a certain key, a
    // flood has to be larger than if the oldest had to go.
    boolean chance =
        lenient && StrategyAlgorithms.charged(algorithm, sets.word(leastIndebted), now) < 0;
    return chance ? SlotSets.slot(set, key) : leastIndebted;
  }

  /** Makes sure that nothing in a set is still the predecessor's. */
  private void ready(int set, long now) {
    LimitTable other = predecessor;
    if (other != null && sets.latchUnfilled(set)) {
      try {
        other.surrender(set, this, now);
      } finally {
        sets.unlatch(set);
      }
    }
  }

  private void surrender(int set, LimitTable successor, long now) {
    ready(set, now);
    sets.latch(set);
    try {
      for (int i = 0; i < SlotSets.SLOTS_PER_SET; i++) {
        int slot = SlotSets.slot(set, i);
        long label = sets.label(slot);
        long word = sets.lastWord(slot, TAKEN_OVER);
        successor.sets.word(slot, 0, successor.algorithm.adopt(word, algorithm, now));
        successor.sets.label(slot, label);
      }
      successor.sets.floor(set, successor.algorithm.adopt(sets.floor(set), algorithm, now));
      sets.floor(set, TAKEN_OVER);
    } finally {
      sets.unlatch(set);
    }
  }

  private long label(long fingerprint) {
    long label = fingerprint & keyMask;
    return label == NO_KEY ? 1 : label;
  }
}
