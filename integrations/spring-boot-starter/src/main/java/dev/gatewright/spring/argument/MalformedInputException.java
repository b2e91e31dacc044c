package dev.gatewright.spring.argument;

/** An argument is not what is read here. Tells where and what; holds nothing of a value. */
public final class MalformedInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  MalformedInputException(String path, String problem) {
    super(problem, null, false, false);
    this.path = path;
    this.problem = problem;
  }

  /** The name of what is wrong; empty where it has none that could be told. */
  public String path() {
    return path;
  }

  /** What is wrong with it. */
  public String problem() {
    return problem;
  }
}
