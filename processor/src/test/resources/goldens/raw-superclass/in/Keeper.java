package dev.gatewright.golden;

import dev.gatewright.Secured;

class Keeper<T> {
  @Secured
  void keep(T value) {}
}
