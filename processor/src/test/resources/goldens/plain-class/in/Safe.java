package dev.gatewright.golden;

class Safe {
  public int size() {
    return 1;
  }

  static void build() {}

  private void turn() {}
}
