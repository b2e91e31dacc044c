package dev.gatewright.golden;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

abstract class Crud<K extends Comparable<K>, T> {
  @GetMapping
  @Secured(scopes = "read")
  public List<T> list(K after) {
    return List.of();
  }

  @PostMapping
  @Secured(scopes = "write")
  @ValidatedInput
  public abstract T create(@RequestBody T item);

  @PutMapping("/{key}")
  @Secured(scopes = "write")
  public T replace(K key, T item) {
    return item;
  }

  void helper() {}
}
