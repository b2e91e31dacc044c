package dev.gatewright.authentication.apikey;

/** Whether an API key has a stored hash, and under which pepper. */
sealed interface HashMatch {
  HashMatch NONE = new None();
  HashMatch CURRENT = new Current();

  /** It has another. */
  record None() implements HashMatch {}

  /** It has, under the current pepper. */
  record Current() implements HashMatch {}

  /**
   * It has, under a pepper before the current one.
   *
   * @param newHash the hash under the current one
   */
  record Previous(String newHash) implements HashMatch {
    @Override
    public String toString() {
      return "Previous";
    }
  }
}
