package dev.gatewright.golden;

import dev.gatewright.Secured;

public interface Api {
  record Item(String name) {}

  class Items {
    @Secured
    public Item find(String name) {
      return new Item(name);
    }
  }

  interface Admin {
    @Secured
    void purge(Item item) throws InterruptedException;
  }
}
