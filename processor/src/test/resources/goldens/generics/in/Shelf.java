package dev.gatewright.golden;

import dev.gatewright.Secured;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

@Secured(roles = "librarian")
public class Shelf<T extends Comparable<? super T> & Serializable> {
  private final List<T> items;

  public <C extends Comparator<T>> Shelf(List<T> items, C order) {
    this.items = items.stream().sorted(order).toList();
  }

  public <X extends T> X put(X item, Map<String, ? extends List<? super X>> index) {
    return item;
  }

  public <A extends Number & Comparable<A>, B> Map<A, B> arrange(
      List<? extends A> keys, Function<? super A, ? extends B> by, T[] rest) {
    return Map.of();
  }

  public T first() {
    return items.get(0);
  }

  public Cabinet<String>.Drawer<T> drawer(Cabinet<String>.Drawer<T> drawer) {
    return drawer;
  }
}
