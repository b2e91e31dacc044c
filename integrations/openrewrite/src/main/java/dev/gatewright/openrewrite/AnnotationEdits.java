package dev.gatewright.openrewrite;

import dev.gatewright.openrewrite.Verdict.Dropped;
import dev.gatewright.openrewrite.Verdict.Left;
import dev.gatewright.openrewrite.Verdict.NewAnnotation;
import dev.gatewright.openrewrite.Verdict.Turned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Comment;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;

/**
 * What becomes of the annotations of one source, decided first and carried out by {@link
 * #carriedOut}. For one thread.
 */
final class AnnotationEdits {
  private final Map<UUID, Verdict> verdicts = new HashMap<>();
  private final Map<UUID, NewAnnotation> additions = new HashMap<>();
  private final Map<UUID, String> remarks = new HashMap<>();
  private final AnnotationWriter writer;

  AnnotationEdits(AnnotationWriter writer) {
    this.writer = writer;
  }

  void decide(J.Annotation annotation, Verdict verdict) {
    verdicts.put(annotation.getId(), verdict);
  }

  void add(J.MethodDeclaration method, NewAnnotation annotation) {
    additions.put(method.getId(), annotation);
  }

  /** Puts a remark above a method, about what cannot bear one. */
  void remark(J.MethodDeclaration method, String text) {
    remarks.put(method.getId(), text);
  }

  @Nullable Verdict of(J.Annotation annotation) {
    return verdicts.get(annotation.getId());
  }

  boolean isEmpty() {
    return verdicts.isEmpty() && additions.isEmpty() && remarks.isEmpty();
  }

  /** Whether the annotation is in its old place no more. */
  boolean isReplaced(J.Annotation annotation) {
    Verdict verdict = of(annotation);
    return verdict != null && !(verdict instanceof Left);
  }

  /** Whether one of a class or its methods stands elsewhere than before all modifiers. */
  static boolean isOutOfPlace(J.ClassDeclaration type, Set<String> names) {
    AtomicInteger found = new AtomicInteger();
    new JavaIsoVisitor<AtomicInteger>() {
      @Override
      public J.Annotation visitAnnotation(J.Annotation annotation, AtomicInteger count) {
        if (isOne(annotation, names)) {
          count.incrementAndGet();
        }
        return super.visitAnnotation(annotation, count);
      }

      @Override
      public J.ClassDeclaration visitClassDeclaration(
          J.ClassDeclaration each, AtomicInteger count) {
        return each.getId().equals(type.getId()) ? super.visitClassDeclaration(each, count) : each;
      }

      @Override
      public J.NewClass visitNewClass(J.NewClass made, AtomicInteger count) {
        return made;
      }
    }.visit(type, found);
    long inPlace = inPlace(type.getLeadingAnnotations(), names);
    for (var statement : type.getBody().getStatements()) {
      if (statement instanceof J.MethodDeclaration method) {
        inPlace += inPlace(method.getLeadingAnnotations(), names);
      }
    }
    return found.get() != inPlace;
  }

  private static long inPlace(List<J.Annotation> annotations, Set<String> names) {
    return annotations.stream().filter(annotation -> isOne(annotation, names)).count();
  }

  private static boolean isOne(J.Annotation annotation, Collection<String> names) {
    return names.contains(Types.name(annotation)) || Types.onlyBears(annotation, names);
  }

  /**
   * The source as decided.
   *
   * @param qualified simple names of Gatewright's types that mean something else in the source
   */
  J.CompilationUnit carriedOut(
      J.CompilationUnit unit, Set<String> qualified, ExecutionContext context) {
    return (J.CompilationUnit) new Editor(qualified).visitNonNull(unit, context);
  }

  /** The simple names of Gatewright's types that are written. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    additions.values().forEach(each -> names.addAll(AnnotationWriter.names(each)));
    for (Verdict verdict : verdicts.values()) {
      if (verdict instanceof Turned turned) {
        names.addAll(AnnotationWriter.names(turned.annotation()));
      }
    }
    return names;
  }

  /** What stands before an element, and its annotations, which begin there. */
  private record Head(Space prefix, List<J.Annotation> annotations) {}

  private final class Editor extends JavaIsoVisitor<ExecutionContext> {
    private final Set<String> qualified;

    Editor(Set<String> qualified) {
      this.qualified = qualified;
    }

    @Override
    public J.ClassDeclaration visitClassDeclaration(
        J.ClassDeclaration type, ExecutionContext context) {
      J.ClassDeclaration edited = super.visitClassDeclaration(type, context);
      Head head = head(edited.getPrefix(), edited.getLeadingAnnotations());
      boolean losesAll = head.annotations().isEmpty() && !edited.getLeadingAnnotations().isEmpty();
      edited = edited.withPrefix(head.prefix()).withLeadingAnnotations(head.annotations());
      if (!losesAll) {
        return edited;
      }
      if (edited.getModifiers().isEmpty()) {
        J.ClassDeclaration.Kind kind = edited.getPadding().getKind();
        Space before = kind.getPrefix().withWhitespace("");
        return edited.getPadding().withKind(kind.withPrefix(before));
      }
      Space before = edited.getModifiers().get(0).getPrefix().withWhitespace("");
      return edited.withModifiers(withFirstPrefix(edited.getModifiers(), before));
    }

    @Override
    public J.MethodDeclaration visitMethodDeclaration(
        J.MethodDeclaration method, ExecutionContext context) {
      J.MethodDeclaration edited = super.visitMethodDeclaration(method, context);
      Head head = head(edited.getPrefix(), edited.getLeadingAnnotations());
      String remark = remarks.get(method.getId());
      Space prefix =
          remark == null
              ? head.prefix()
              : Remark.added(head.prefix(), remark, head.prefix().getIndent());
      edited = edited.withPrefix(prefix).withLeadingAnnotations(head.annotations());
      NewAnnotation addition = additions.get(method.getId());
      return addition == null ? edited : withAddition(edited, addition);
    }

    @Override
    public J.VariableDeclarations visitVariableDeclarations(
        J.VariableDeclarations variables, ExecutionContext context) {
      J.VariableDeclarations edited = super.visitVariableDeclarations(variables, context);
      Head head = head(edited.getPrefix(), edited.getLeadingAnnotations());
      return edited.withPrefix(head.prefix()).withLeadingAnnotations(head.annotations());
    }

    private Head head(Space prefix, List<J.Annotation> annotations) {
      String indentation = prefix.getIndent();
      Space first = prefix;
      List<J.Annotation> edited = new ArrayList<>();
      boolean isChanged = false;
      for (int i = 0; i < annotations.size(); i++) {
        J.Annotation annotation = annotations.get(i);
        Verdict verdict = verdicts.get(annotation.getId());
        if (verdict instanceof Dropped) {
          isChanged = true;
          first = i == 0 ? Remark.removed(first) : first;
          continue;
        }
        Space before = i == 0 ? first : annotation.getPrefix();
        Space after = verdict == null ? before : before(verdict, before, indentation);
        J.Annotation written = verdict instanceof Turned turned ? write(turned) : annotation;
        isChanged |= verdict instanceof Turned || !after.equals(before);
        if (i == 0) {
          first = after;
        } else if (edited.isEmpty()) {
          first = withComments(first, after.getComments());
        }
        edited.add(written.withPrefix(edited.isEmpty() ? Space.EMPTY : after));
      }
      return isChanged ? new Head(first, edited) : new Head(prefix, annotations);
    }

    /** The space before an element whose first annotation went, with what stood before the next. */
    private static Space withComments(Space before, List<Comment> more) {
      List<Comment> all = new ArrayList<>(before.getComments());
      all.addAll(more);
      return before.withComments(all);
    }

    private J.Annotation write(Turned turned) {
      return writer.write(turned.annotation(), qualified);
    }

    private static Space before(Verdict verdict, Space before, String indentation) {
      if (verdict instanceof Left left) {
        return Remark.added(onLineOfItsOwn(before, indentation), left.remark(), indentation);
      }
      Space cleared = Remark.removed(before);
      return verdict instanceof Turned turned && turned.remark() != null
          ? Remark.added(onLineOfItsOwn(cleared, indentation), turned.remark(), indentation)
          : cleared;
    }

    /** An annotation behind another on the same line gets a line for its remark. */
    private static Space onLineOfItsOwn(Space before, String indentation) {
      return before.getWhitespace().equals(" ") && before.getComments().isEmpty()
          ? before.withWhitespace("\n" + indentation)
          : before;
    }

    private J.MethodDeclaration withAddition(J.MethodDeclaration method, NewAnnotation addition) {
      Space line = Space.format("\n" + method.getPrefix().getIndent());
      List<J.Annotation> annotations = new ArrayList<>(method.getLeadingAnnotations());
      J.Annotation added = writer.write(addition, qualified);
      if (!annotations.isEmpty()) {
        annotations.add(added.withPrefix(line));
        return method.withLeadingAnnotations(annotations);
      }
      J.MethodDeclaration edited =
          method.withLeadingAnnotations(List.of(added.withPrefix(Space.EMPTY)));
      J.TypeParameters parameters = edited.getAnnotations().getTypeParameters();
      if (!edited.getModifiers().isEmpty()) {
        return edited.withModifiers(withFirstPrefix(edited.getModifiers(), line));
      }
      if (parameters != null) {
        return edited.getAnnotations().withTypeParameters(parameters.withPrefix(line));
      }
      return edited.getReturnTypeExpression() == null
          ? edited
          : edited.withReturnTypeExpression(edited.getReturnTypeExpression().withPrefix(line));
    }

    private static List<J.Modifier> withFirstPrefix(List<J.Modifier> modifiers, Space prefix) {
      List<J.Modifier> edited = new ArrayList<>(modifiers);
      edited.set(0, edited.get(0).withPrefix(prefix));
      return edited;
    }
  }
}
