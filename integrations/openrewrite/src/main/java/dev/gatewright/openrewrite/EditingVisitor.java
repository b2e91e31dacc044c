package dev.gatewright.openrewrite;

import java.util.HashSet;
import java.util.Set;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.JavaType.FullyQualified;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Lets a recipe decide about each class of a source, carries the decisions out, and keeps the
 * imports: those of types that are used no more go, new ones come, and a name that means something
 * else in the source is written with its package.
 */
abstract class EditingVisitor extends JavaIsoVisitor<ExecutionContext> {
  private final CodeBase code;
  private final AnnotationWriter writer;

  EditingVisitor(CodeBase code) {
    this.code = code;
    this.writer = code.writer();
  }

  /** Decides about a class itself, without those in it. */
  abstract void decide(J.ClassDeclaration type, AnnotationEdits edits);

  @Override
  public J.CompilationUnit visitCompilationUnit(J.CompilationUnit unit, ExecutionContext context) {
    AnnotationEdits edits = new AnnotationEdits(writer);
    new JavaIsoVisitor<AnnotationEdits>() {
      @Override
      public J.ClassDeclaration visitClassDeclaration(J.ClassDeclaration type, AnnotationEdits to) {
        decide(type, to);
        return super.visitClassDeclaration(type, to);
      }
    }.visit(unit, edits);
    if (edits.isEmpty()) {
      return unit;
    }
    J.CompilationUnit edited = edits.carriedOut(unit, Set.of(), context);
    Set<String> replaced = replaced(unit, edits);
    Set<String> taken = taken(edited, edits.names(), replaced);
    if (!taken.isEmpty()) {
      edited = edits.carriedOut(unit, taken, context);
    }
    // First, as an import of another type of the same name would keep the new one away.
    replaced.forEach(this::maybeRemoveImport);
    for (String name : edits.names()) {
      if (!taken.contains(name)) {
        maybeAddImport(AnnotationWriter.type(name));
      }
    }
    return edited;
  }

  /** The types and constants that the replaced annotations were written with. */
  private static Set<String> replaced(J.CompilationUnit unit, AnnotationEdits edits) {
    Set<String> names = new HashSet<>();
    new JavaIsoVisitor<Set<String>>() {
      @Override
      public J.Annotation visitAnnotation(J.Annotation annotation, Set<String> to) {
        if (edits.isReplaced(annotation)) {
          to.add(Types.name(annotation));
          new Constants().visit(annotation, to);
        }
        return super.visitAnnotation(annotation, to);
      }
    }.visit(unit, names);
    return names;
  }

  private static final class Constants extends JavaIsoVisitor<Set<String>> {
    @Override
    public J.Identifier visitIdentifier(J.Identifier identifier, Set<String> names) {
      JavaType.Variable field = identifier.getFieldType();
      FullyQualified owner = field == null ? null : TypeUtils.asFullyQualified(field.getOwner());
      if (field != null && owner != null) {
        names.add(owner.getFullyQualifiedName());
        names.add(owner.getFullyQualifiedName() + "." + field.getName());
      }
      return super.visitIdentifier(identifier, names);
    }
  }

  /** Which names mean something else in the source, once the replaced annotations are gone. */
  private Set<String> taken(J.CompilationUnit edited, Set<String> names, Set<String> replaced) {
    Set<String> taken = new HashSet<>();
    String place =
        edited.getPackageDeclaration() == null
            ? ""
            : edited.getPackageDeclaration().getPackageName() + ".";
    for (String name : names) {
      String type = AnnotationWriter.type(name);
      boolean isImported =
          edited.getImports().stream()
              .filter(each -> !each.getTypeName().equals(type))
              .filter(each -> !replaced.contains(each.getTypeName()))
              .anyMatch(each -> each.getQualid().getSimpleName().equals(name));
      if (isImported || (code.declares(place + name) && !type.equals(place + name))) {
        taken.add(name);
      }
    }
    new JavaIsoVisitor<Set<String>>() {
      @Override
      public J.Import visitImport(J.Import each, Set<String> to) {
        return each;
      }

      @Override
      public J.Identifier visitIdentifier(J.Identifier identifier, Set<String> to) {
        String name = identifier.getSimpleName();
        FullyQualified type = TypeUtils.asFullyQualified(identifier.getType());
        if (names.contains(name)
            && identifier.getFieldType() == null
            && (type == null
                || !type.getFullyQualifiedName().equals(AnnotationWriter.type(name)))) {
          to.add(name);
        }
        return identifier;
      }
    }.visit(edited, taken);
    return taken;
  }
}
