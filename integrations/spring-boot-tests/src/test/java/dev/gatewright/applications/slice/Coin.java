package dev.gatewright.applications.slice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What lies in the vault. */
@Entity
class Coin {
  @Id private long id;

  Coin() {}

  Coin(long id) {
    this.id = id;
  }

  long id() {
    return id;
  }
}
