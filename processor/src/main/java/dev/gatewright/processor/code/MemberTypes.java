package dev.gatewright.processor.code;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.gatewright.processor.model.TypeParameter;
import dev.gatewright.processor.model.TypeUse;
import dev.gatewright.processor.model.TypeUse.AnnotationText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Types and annotations that the members of a class name. JavaPoet decides how each is written in
 * the file and what is imported. In place of the members it prints methods that name each of them
 * once, in the order of first use: as members of JavaPoet, guards took 59 of 233 samples of the
 * processor in a profile with 1,000 endpoints, and take 20 so.
 */
final class MemberTypes {

  /** Follows each of them: neither an identifier nor a literal can hold this character. */
  private static final String END = "\u001f";

  private static final String INDENT = CodePrinter.INDENT.repeat(2);
  private static final String FIRST_METHOD = CodePrinter.INDENT + "void names() {\n" + INDENT;

  /** What JavaPoet puts annotations above; it has them on lines of their own nowhere else. */
  private static final String DECLARATION = "class names {\n" + INDENT + "}\n" + INDENT;

  private final List<Scope> scopes = new ArrayList<>();
  private final Map<TypeUse, CodePart> ofClass = new HashMap<>();
  private Map<TypeUse, CodePart> known = ofClass;
  private int count;

  /**
   * Begins a scope.
   *
   * @param typeParameters those of a method, which may hide classes of their name
   */
  void enter(List<TypeParameter> typeParameters) {
    boolean ofMethod = !typeParameters.isEmpty();
    known = ofMethod ? new HashMap<>() : ofClass;
    if (ofMethod || scopes.isEmpty() || !last().typeParameters.isEmpty()) {
      scopes.add(new Scope(typeParameters));
    }
  }

  private Scope last() {
    return scopes.get(scopes.size() - 1);
  }

  CodePart of(TypeUse type) {
    return known.computeIfAbsent(type, unknown -> add("$T", TypeNames.of(type)));
  }

  /** An annotation within a line. */
  CodePart of(AnnotationText annotation) {
    return add("$L", TypeNames.annotation(annotation));
  }

  /** An annotation on lines of its own, with the end of the last. */
  CodePart above(AnnotationText annotation) {
    return add(
        "$L",
        TypeSpec.classBuilder("names").addAnnotation(TypeNames.annotation(annotation)).build());
  }

  private CodePart add(String format, Object argument) {
    Scope scope = last();
    scope.names.add(format + END, argument);
    scope.size++;
    return new CodePart.Name(count++);
  }

  /**
   * Has the file written up to the members.
   *
   * @param declaration the class without members
   */
  Written write(String packageName, TypeSpec.Builder declaration) {
    scopes.forEach(each -> declaration.addMethod(each.method()));
    String file =
        JavaFile.builder(packageName, declaration.build())
            .indent(CodePrinter.INDENT)
            .skipJavaLangImports(true)
            .build()
            .toString();
    List<String> names = new ArrayList<>(count);
    int end = -1;
    for (Scope scope : scopes) {
      end = file.indexOf(END, end + 1);
      for (int i = 0; i < scope.size; i++) {
        int start = end + 1;
        end = file.indexOf(END, start);
        names.add(name(file.substring(start, end)));
      }
    }
    return new Written(file.substring(0, file.indexOf(END) - FIRST_METHOD.length()), names);
  }

  private static String name(String printed) {
    String name =
        printed.endsWith(DECLARATION)
            ? printed.substring(0, printed.length() - DECLARATION.length())
            : printed;
    return name.replace("\n" + INDENT, "\n").replace(TypeNames.ANNOTATES_NEXT, "");
  }

  /**
   * What JavaPoet wrote.
   *
   * @param head of the file, up to the brace that opens the class and its line's end
   * @param names the texts of all types and annotations, by number
   */
  record Written(String head, List<String> names) {}

  /** Names that stand together in the file and see the same type parameters. */
  private static final class Scope {
    private final List<TypeParameter> typeParameters;
    private final CodeBlock.Builder names = CodeBlock.builder().add(END);
    private int size;

    private Scope(List<TypeParameter> typeParameters) {
      this.typeParameters = typeParameters;
    }

    private MethodSpec method() {
      return MethodSpec.methodBuilder("names")
          .addTypeVariables(TypeNames.variables(typeParameters))
          .addCode(names.build())
          .build();
    }
  }
}
