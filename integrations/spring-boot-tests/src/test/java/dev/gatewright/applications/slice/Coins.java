package dev.gatewright.applications.slice;

import org.springframework.data.repository.CrudRepository;

/** Not annotated, and mapped by nobody. */
interface Coins extends CrudRepository<Coin, Long> {}
