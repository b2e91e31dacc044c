package dev.gatewright.golden;

public class Cabinet<K> {
  public class Drawer<V> {}
}
