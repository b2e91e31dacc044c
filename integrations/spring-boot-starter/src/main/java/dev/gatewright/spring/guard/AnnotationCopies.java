package dev.gatewright.spring.guard;

import dev.gatewright.spring.startup.StartUpException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * Verifies that the annotations of ours on a class are those that this application knows. Where
 * class loaders have copies of their own, as those of servlet containers may, the virtual machine
 * takes each copy for another annotation; where one has none, it leaves the annotation out.
 */
final class AnnotationCopies {
  private AnnotationCopies() {}

  /**
   * Looks at a class, not at what it inherits from.
   *
   * @param ours the annotations as this application knows them
   * @throws StartUpException if the class bears one that its class loader knows otherwise
   */
  static void verify(Class<?> type, List<Class<? extends Annotation>> ours) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null) {
      // The virtual machine's own.
      return;
    }
    for (Class<? extends Annotation> annotation : ours) {
      if (!sees(loader, annotation) && isNamed(annotation, type.getName(), loader)) {
        throw new StartUpException(
            type.getName()
                + " bears @"
                + annotation.getName()
                + ", but its class loader has another copy of that annotation than this"
                + " application, or none: it would have no effect",
            "have gatewright-annotations once, where the class loaders of both find it; or move "
                + type.getName()
                + " to the libraries of the application.");
      }
    }
  }

  private static boolean sees(ClassLoader loader, Class<?> annotation) {
    if (loader == annotation.getClassLoader()) {
      return true;
    }
    try {
      return Class.forName(annotation.getName(), false, loader) == annotation;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  /**
   * Whether a class file has the annotation, which reflection leaves out if that is not there; of
   * what has no class file, nothing has any.
   */
  static boolean isNamed(Class<?> annotation, String className, @Nullable ClassLoader loader) {
    String name = ClassUtils.convertClassNameToResourcePath(className) + ".class";
    try (InputStream file =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(name)
            : loader.getResourceAsStream(name)) {
      return file != null
          && new String(file.readAllBytes(), StandardCharsets.ISO_8859_1)
              .contains(annotation.descriptorString());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
