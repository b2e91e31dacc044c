package dev.gatewright.spring.bean;

import java.lang.ref.Reference;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicMarkableReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicStampedReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Objects in a bean that is a collection, map, array, optional, reference or finished future of the
 * JDK, or of a class that extends one and leaves the reading to it. Those of others may be stores,
 * which would be read as a whole.
 */
final class HeldObjects {
  private static final int MAX_DEPTH = 4;

  private static final Object[] NO_PARTS = new Object[0];

  /**
   * Whether objects of a class may be such a container: next to none are, and many are looked at.
   */
  private static final ClassValue<Boolean> MAY_BE_CONTAINER =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return Stream.of(
                  Object[].class,
                  Collection.class,
                  Map.class,
                  Map.Entry.class,
                  Optional.class,
                  AtomicReference.class,
                  AtomicStampedReference.class,
                  AtomicMarkableReference.class,
                  AtomicReferenceArray.class,
                  Reference.class,
                  CompletionStage.class,
                  Future.class)
              .anyMatch(container -> container.isAssignableFrom(type));
        }
      };

  private HeldObjects() {}

  /** The bean and, where it is such a container, what is in it. */
  static List<Object> andBean(Object bean) {
    List<Object> all = new ArrayList<>();
    add(bean, all, 0);
    return all;
  }

  private static void add(Object each, List<Object> all, int depth) {
    all.add(each);
    if (depth < MAX_DEPTH) {
      for (Object part : partsOf(each)) {
        if (part != null) {
          add(part, all, depth + 1);
        }
      }
    }
  }

  /** What is directly in a container; nothing where the object is none. */
  static Object[] partsOf(Object container) {
    if (!MAY_BE_CONTAINER.get(container.getClass())) {
      return NO_PARTS;
    }
    try {
      return container instanceof Object[] values ? values : listed(container);
    } catch (ConcurrentModificationException inUse) {
      // Somebody fills it right now, so that it is not what the container was given.
      return NO_PARTS;
    }
  }

  private static Object[] listed(Object container) {
    if (container instanceof Collection<?> values && isRead(values, "toArray", "iterator")) {
      return values.toArray();
    }
    if (container instanceof Map<?, ?> values && isRead(values, "keySet", "values")) {
      return new Object[] {values.keySet().toArray(), values.values().toArray()};
    }
    if (container instanceof Map.Entry<?, ?> entry && isRead(entry, "getKey", "getValue")) {
      return new Object[] {entry.getKey(), entry.getValue()};
    }
    return referred(container);
  }

  private static Object[] referred(Object container) {
    if (container instanceof Optional<?> maybe) {
      return maybe.stream().toArray();
    }
    if (container instanceof AtomicReference<?> reference) {
      return new Object[] {reference.get()};
    }
    if (container instanceof AtomicStampedReference<?> reference) {
      return new Object[] {reference.getReference()};
    }
    if (container instanceof AtomicMarkableReference<?> reference) {
      return new Object[] {reference.getReference()};
    }
    if (container instanceof AtomicReferenceArray<?> values) {
      return IntStream.range(0, values.length()).mapToObj(values::get).toArray();
    }
    if (container instanceof Reference<?> reference && isRead(reference, "get")) {
      return new Object[] {reference.get()};
    }
    if (container instanceof CompletionStage<?> stage
        && isRead(stage, "toCompletableFuture", "isDone", "get")) {
      return finished(stage.toCompletableFuture());
    }
    return container instanceof Future<?> future && isRead(future, "isDone", "get")
        ? finished(future)
        : NO_PARTS;
  }

  private static Object[] finished(Future<?> future) {
    try {
      return future.isDone() ? new Object[] {future.get()} : NO_PARTS;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return NO_PARTS;
    } catch (ExecutionException | CancellationException failed) {
      return NO_PARTS;
    }
  }

  /** Whether code of the JDK, or Spring's for maps, reads the container, not the application's. */
  private static boolean isRead(Object container, String... methods) {
    Class<?> base = container.getClass();
    while (!isKnown(base)) {
      base = base.getSuperclass();
    }
    boolean itself = base == container.getClass();
    return itself
        || (!Modifier.isAbstract(base.getModifiers())
            && base != Object.class
            && Stream.of(methods).allMatch(name -> isLeftAlone(container.getClass(), name)));
  }

  private static boolean isLeftAlone(Class<?> type, String method) {
    try {
      return isKnown(type.getMethod(method).getDeclaringClass());
    } catch (NoSuchMethodException absent) {
      return false;
    }
  }

  private static boolean isKnown(Class<?> type) {
    return type.getName().startsWith("java.")
        || type.getPackageName().equals("org.springframework.util");
  }
}
