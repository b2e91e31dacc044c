package dev.gatewright.runtime.limit;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Memory for slots, in sets of eight: each slot a label and, beside it in the same cache line, a
 * word; each set a floor and a latch. Everything starts at 0. Thread-safe; knows nothing of what
 * the numbers mean.
 *
 * <p>A set and a slot are named by the index of their first cell.
 */
final class SlotSets {
  static final int SLOTS_PER_SET = 8;

  /** Memory a slot takes: label and word, and an eighth of the set's floor and latch. */
  static final int BYTES_PER_SLOT = 18;

  /** States of a latch: nobody holds it, somebody does, nobody has yet filled the set. */
  private static final long FREE = 0;

  private static final long HELD = 1;
  private static final long UNFILLED = 2;

  private static final int CELLS_PER_SLOT = 2;
  private static final int WORD = 1;
  private static final int FLOOR = SLOTS_PER_SET * CELLS_PER_SLOT;
  private static final int LATCH = FLOOR + 1;
  private static final int CELLS_PER_SET = LATCH + 1;

  /**
   * Cells before and after the sets that nobody uses: a cache line of 64 bytes each, so that a word
   * that several threads write shares none with an object that all of them read.
   */
  private static final int MARGIN = 8;

  /** Memory of the margins. */
  static final int BYTES_AROUND = 2 * MARGIN * Long.BYTES;

  private static final int SPINS_BEFORE_YIELD = 64;

  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] cells;
  private final long sets;

  /**
   * Allocates all memory there will ever be.
   *
   * @param slots a multiple of {@link #SLOTS_PER_SET}
   */
  SlotSets(int slots) {
    this.sets = slots / SLOTS_PER_SET;
    this.cells = new long[MARGIN + slots / SLOTS_PER_SET * CELLS_PER_SET + MARGIN];
  }

  int slots() {
    return (int) sets * SLOTS_PER_SET;
  }

  /** Bytes of the cells. */
  long bytes() {
    return (long) cells.length * Long.BYTES;
  }

  /** The set with a number, from 0 to a number below {@link #slots} ÷ 8. */
  int set(int number) {
    return MARGIN + number * CELLS_PER_SET;
  }

  /** The set of a label: its upper half, scaled to the sets. */
  int setOf(long label) {
    return set((int) (((label >>> Integer.SIZE) * sets) >>> Integer.SIZE));
  }

  /**
   * The set's slot with a number, which is taken modulo 8. Where the number is a label, that is the
   * slot where it is looked for first.
   */
  static int slot(int set, long number) {
    return set + CELLS_PER_SLOT * ((int) number & (SLOTS_PER_SET - 1));
  }

  /** The slot with a label; negative if there is none. */
  int find(int set, long label) {
    for (int i = 0; i < SLOTS_PER_SET; i++) {
      int slot = slot(set, label + i);
      // Found or not, what follows looks again: opaque is enough.
      if ((long) CELL.getOpaque(cells, slot) == label) {
        return slot;
      }
    }
    return -1;
  }

  long label(int slot) {
    return (long) CELL.getVolatile(cells, slot);
  }

  void label(int slot, long label) {
    CELL.setVolatile(cells, slot, label);
  }

  long word(int slot) {
    return (long) CELL.getVolatile(cells, slot + WORD);
  }

  /** Changes the slot's word unless it has changed. */
  boolean word(int slot, long expected, long word) {
    return CELL.compareAndSet(cells, slot + WORD, expected, word);
  }

  /** Changes the slot's word to one that stays. Returns what it was. */
  long lastWord(int slot, long word) {
    return (long) CELL.getAndSet(cells, slot + WORD, word);
  }

  long floor(int set) {
    return (long) CELL.getVolatile(cells, set + FLOOR);
  }

  /** With the latch held. */
  void floor(int set, long word) {
    CELL.setVolatile(cells, set + FLOOR, word);
  }

  /** Waits until nobody else holds the set's latch, and holds it. */
  void latch(int set) {
    int attempt = 0;
    while (!CELL.compareAndSet(cells, set + LATCH, FREE, HELD)) {
      await(attempt++);
    }
  }

  void unlatch(int set) {
    CELL.setRelease(cells, set + LATCH, FREE);
  }

  /** Before anybody else knows the sets: they have yet to be filled. */
  void unfilled() {
    for (int number = 0; number < sets; number++) {
      CELL.setRelease(cells, set(number) + LATCH, UNFILLED);
    }
  }

  /**
   * Whether the set has to be filled: the caller, and nobody else, then holds the latch and fills
   * it. Otherwise waits until it is.
   */
  boolean latchUnfilled(int set) {
    for (int attempt = 0; ; attempt++) {
      long state = (long) CELL.getVolatile(cells, set + LATCH);
      if (state == FREE) {
        return false;
      }
      if (state == UNFILLED && CELL.compareAndSet(cells, set + LATCH, UNFILLED, HELD)) {
        return true;
      }
      await(attempt);
    }
  }

  /** Lets some time pass: more, the more often it was not enough. */
  @SuppressWarnings("ThreadPriorityCheck") // Correct without the yield; with it, not stuck long.
  static void await(int attempt) {
    // A latch is held for nanoseconds, unless the scheduler has taken its holder's processor away.
    if (attempt < SPINS_BEFORE_YIELD) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }
}
