package dev.gatewright.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Types that a later round looks at again. Kept by name: elements are good for one round only. */
final class DeferredTypes {
  private final Set<String> names = new LinkedHashSet<>();

  void add(TypeElement type) {
    names.add(type.getQualifiedName().toString());
  }

  /** Hands over all deferred types, as this round sees them, and forgets them. */
  List<TypeElement> take(Elements elements) {
    List<TypeElement> types = new ArrayList<>();
    for (String name : names) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null) {
        types.add(type);
      }
    }
    names.clear();
    return types;
  }
}
