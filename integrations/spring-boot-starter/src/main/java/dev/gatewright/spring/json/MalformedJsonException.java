package dev.gatewright.spring.json;

/** The JSON is not what is read here. Tells where and what; holds nothing of a value. */
public final class MalformedJsonException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  MalformedJsonException(String path, String problem) {
    super(problem, null, false, false);
    this.path = path;
    this.problem = problem;
  }

  /** Where, as {@code items[2].price}; empty where it is the whole document. */
  public String path() {
    return path;
  }

  /** What is wrong with it. */
  public String problem() {
    return problem;
  }
}
