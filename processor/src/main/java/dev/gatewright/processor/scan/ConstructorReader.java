package dev.gatewright.processor.scan;

import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.GuardedConstructor;
import dev.gatewright.processor.model.GuardedConstructor.ConstructorParameter;
import dev.gatewright.processor.model.TypeUse.AnnotationText;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads constructors with all that a container reads of them. */
final class ConstructorReader {
  private ConstructorReader() {}

  static List<GuardedConstructor> read(TypeElement type, TypeAccess access) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .map(constructor -> read(constructor, access))
        .toList();
  }

  private static GuardedConstructor read(ExecutableElement constructor, TypeAccess access) {
    return new GuardedConstructor(
        Traits.visibility(constructor),
        TypeReader.parameters(
            constructor.getTypeParameters().stream().map(TypeParameterElement::asType).toList()),
        constructor.getParameters().stream().map(ConstructorReader::parameter).toList(),
        constructor.isVarArgs(),
        TypeReader.readAll(constructor.getThrownTypes()),
        AnnotationTextReader.read(constructor),
        hidden(constructor, access),
        ElementSpot.of(constructor));
  }

  private static @Nullable ClassReference hidden(ExecutableElement constructor, TypeAccess access) {
    TypeElement found = access.hidden((ExecutableType) constructor.asType());
    Stream<AnnotatedConstruct> repeated =
        Stream.concat(
            Stream.of(constructor),
            constructor.getParameters().stream()
                .flatMap(parameter -> Stream.of(parameter, parameter.asType())));
    for (AnnotationMirror each : repeated.flatMap(AnnotationTextReader::repeated).toList()) {
      found = found == null ? access.hidden(each) : found;
    }
    return found == null ? null : ElementNames.reference(found);
  }

  private static ConstructorParameter parameter(VariableElement parameter) {
    List<AnnotationText> own = AnnotationTextReader.read(parameter);
    // Some compilers list an annotation of the type among the parameter's own as well.
    List<AnnotationText> ofType =
        AnnotationTextReader.read(parameter.asType()).stream()
            .filter(each -> !own.contains(each))
            .toList();
    return new ConstructorParameter(
        parameter.getSimpleName().toString(), TypeReader.read(parameter.asType()), own, ofType);
  }
}
