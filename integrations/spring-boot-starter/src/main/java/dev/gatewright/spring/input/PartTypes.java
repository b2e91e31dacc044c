package dev.gatewright.spring.input;

import jakarta.servlet.http.Part;
import java.util.Collection;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.web.multipart.MultipartFile;

/** Knows the types that take a part of a multipart body as it is. */
public final class PartTypes {
  private static final Set<Class<?>> FILES = Set.of(MultipartFile.class, Part.class);

  private PartTypes() {}

  /** Whether a parameter takes files, bytes or text, and not what a converter makes of them. */
  public static boolean isRaw(MethodParameter parameter) {
    ResolvableType type = ResolvableType.forMethodParameter(parameter.nestedIfOptional());
    Class<?> raw = parameter.nestedIfOptional().getNestedParameterType();
    return FILES.contains(raw)
        || raw == String.class
        || raw == byte[].class
        || Resource.class.isAssignableFrom(raw)
        || (raw.isArray() && FILES.contains(raw.getComponentType()))
        || (Collection.class.isAssignableFrom(raw)
            && FILES.contains(type.asCollection().getGeneric().toClass()));
  }
}
