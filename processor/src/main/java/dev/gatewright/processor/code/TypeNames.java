package dev.gatewright.processor.code;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.gatewright.processor.model.ClassReference;
import dev.gatewright.processor.model.TypeParameter;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.model.TypeUse.AnnotationText;
import dev.gatewright.processor.model.TypeUse.AnnotationText.Member;
import dev.gatewright.processor.model.TypeUse.AnnotationText.Value;
import java.util.ArrayList;
import java.util.List;

/** The model's types and annotations as JavaPoet wants them. */
final class TypeNames {
  /**
   * Separates the annotations of a wildcard from it. JavaPoet writes wildcards without annotations,
   * so that both are type arguments to it; the text is right once this is taken out.
   */
  static final String ANNOTATES_NEXT = "\u001e, ";

  private static final TypeVariableName ANNOTATIONS =
      TypeVariableName.get(ANNOTATES_NEXT.substring(0, 1));

  private TypeNames() {}

  static ClassName of(ClassReference reference) {
    List<String> names = reference.simpleNames();
    return ClassName.get(
        reference.packageName(),
        names.get(0),
        names.subList(1, names.size()).toArray(String[]::new));
  }

  static TypeName of(TypeUse type) {
    if (type instanceof TypeUse.Primitive primitive) {
      return primitive(primitive.keyword());
    }
    if (type instanceof TypeUse.Declared declared) {
      ClassName raw = of(declared.name());
      TypeName[] arguments = arguments(declared.arguments());
      return arguments.length == 0 ? raw : ParameterizedTypeName.get(raw, arguments);
    }
    if (type instanceof TypeUse.Inner inner) {
      ParameterizedTypeName owner = (ParameterizedTypeName) of(inner.owner());
      return owner.nestedClass(inner.simpleName(), List.of(arguments(inner.arguments())));
    }
    if (type instanceof TypeUse.Array array) {
      return ArrayTypeName.of(of(array.component()));
    }
    if (type instanceof TypeUse.Variable variable) {
      return TypeVariableName.get(variable.name());
    }
    if (type instanceof TypeUse.Annotated annotated) {
      return of(annotated.type()).annotated(annotations(annotated));
    }
    if (type instanceof TypeUse.ExtendsWildcard wildcard) {
      return WildcardTypeName.subtypeOf(of(wildcard.upper()));
    }
    return WildcardTypeName.supertypeOf(of(((TypeUse.SuperWildcard) type).lower()));
  }

  private static TypeName primitive(String keyword) {
    return switch (keyword) {
      case "void" -> TypeName.VOID;
      case "boolean" -> TypeName.BOOLEAN;
      case "byte" -> TypeName.BYTE;
      case "short" -> TypeName.SHORT;
      case "int" -> TypeName.INT;
      case "long" -> TypeName.LONG;
      case "char" -> TypeName.CHAR;
      case "float" -> TypeName.FLOAT;
      case "double" -> TypeName.DOUBLE;
      default -> throw new IllegalArgumentException(keyword);
    };
  }

  private static TypeName[] array(List<TypeUse> types) {
    return types.stream().map(TypeNames::of).toArray(TypeName[]::new);
  }

  private static TypeName[] arguments(List<TypeUse> types) {
    List<TypeName> arguments = new ArrayList<>();
    for (TypeUse type : types) {
      if (type instanceof TypeUse.Annotated annotated && isWildcard(annotated.type())) {
        arguments.add(ANNOTATIONS.annotated(annotations(annotated)));
        arguments.add(of(annotated.type()));
      } else {
        arguments.add(of(type));
      }
    }
    return arguments.toArray(TypeName[]::new);
  }

  private static boolean isWildcard(TypeUse type) {
    return type instanceof TypeUse.ExtendsWildcard || type instanceof TypeUse.SuperWildcard;
  }

  private static List<AnnotationSpec> annotations(TypeUse.Annotated annotated) {
    return annotated.annotations().stream().map(TypeNames::annotation).toList();
  }

  static List<TypeVariableName> variables(List<TypeParameter> parameters) {
    return parameters.stream()
        .map(each -> TypeVariableName.get(each.name(), array(each.bounds())))
        .toList();
  }

  static AnnotationSpec annotation(AnnotationText text) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(of(text.type()));
    for (Member member : text.members()) {
      if (member.value() instanceof Value.Several several) {
        several.values().forEach(each -> annotation.addMember(member.name(), value(each)));
        if (several.values().isEmpty()) {
          annotation.addMember(member.name(), "{}");
        }
      } else {
        annotation.addMember(member.name(), value(member.value()));
      }
    }
    return annotation.build();
  }

  private static CodeBlock value(Value value) {
    if (value instanceof Value.Constant constant) {
      return Literals.of(constant.value());
    }
    if (value instanceof Value.ClassLiteral literal) {
      return CodeBlock.of("$T.class", of(literal.type()));
    }
    if (value instanceof Value.EnumConstant constant) {
      return CodeBlock.of("$T.$L", of(constant.type()), constant.name());
    }
    if (value instanceof Value.Nested nested) {
      return CodeBlock.of("$L", annotation(nested.annotation()));
    }
    List<CodeBlock> values =
        ((Value.Several) value).values().stream().map(TypeNames::value).toList();
    return CodeBlock.of("{$L}", CodeBlock.join(values, ", "));
  }
}
