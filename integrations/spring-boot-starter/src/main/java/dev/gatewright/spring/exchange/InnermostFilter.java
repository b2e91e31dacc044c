package dev.gatewright.spring.exchange;

/**
 * Notes whether the filter is exempt that answers a request: of all that have touched the response,
 * the one that was reached last, as those around it have handed the request on.
 */
final class InnermostFilter {
  private int filtersAround;
  private boolean exempt;

  /** The filter whose turn it is touches the response. */
  void answers(boolean isExempt) {
    int around = RunningCode.filtersAround();
    if (around >= filtersAround) {
      filtersAround = around;
      exempt = isExempt;
    }
  }

  boolean isExempt() {
    return exempt;
  }
}
