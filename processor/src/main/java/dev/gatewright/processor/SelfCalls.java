package dev.gatewright.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.gatewright.processor.rule.ElementRule;
import dev.gatewright.processor.rule.Finding;
import dev.gatewright.processor.scan.ElementSpot;
import dev.gatewright.processor.scan.GuardedInterface;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds what default methods of an interface call on themselves past its guard, which hands calls
 * on to another object. Only where that guard is used: the guard of a class that implements the
 * interface runs its default methods itself.
 */
final class SelfCalls implements TaskListener {
  private static final String THIS = "this";
  private static final String GUARD = "Guard";

  /** A call in an interface's own code. */
  private record Call(
      TypeElement type,
      ExecutableElement called,
      @Nullable ExecutableElement caller,
      Tree place,
      CompilationUnitTree unit) {}

  private final SourceTrees source;
  private final Trees trees;
  private final GuardedMembers guarded;
  private final FindingPrinter printer;
  private final List<Call> calls = new ArrayList<>();
  private final Set<GuardedInterface> used = new LinkedHashSet<>();

  SelfCalls(SourceTrees source, GuardedMembers guarded, FindingPrinter printer) {
    this.source = source;
    this.trees = source.trees();
    this.guarded = guarded;
    this.printer = printer;
  }

  @Override
  public void finished(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null && guarded.haveInterface()) {
      TreePath path = trees.getPath(type);
      if (path != null && GuardedInterface.of(type).isEmpty()) {
        int known = calls.size() + used.size();
        new Search().scan(path, null);
        if (calls.size() + used.size() > known) {
          calls.forEach(call -> used.forEach(guard -> judge(call, guard)));
        }
      }
    }
  }

  /** The printer shows a finding once, whichever of the two was seen first. */
  private void judge(Call call, GuardedInterface guard) {
    if (guarded.isSubtype(guard.type(), call.type())
        && guarded.asksMore(guard.type(), call.called(), call.caller())) {
      String endpoint = ElementSpot.of(call.called()).element();
      Finding finding =
          Finding.of(
              ElementRule.SELF_CALL,
              new TreeSpot(endpoint, call.place(), call.unit()),
              "Gatewright",
              endpoint,
              SourceTrees.name(call.type(), call.caller()),
              guard.guardName(),
              guard.type().getSimpleName());
      printer.print(List.of(finding), ElementSpot.of(call.type()));
    }
  }

  private final class Search extends TreePathScanner<Void, Void> {

    @Override
    public Void visitIdentifier(IdentifierTree name, Void nothing) {
      if (name.getName().toString().endsWith(GUARD)) {
        use();
      }
      return super.visitIdentifier(name, null);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
      if (select.getIdentifier().toString().endsWith(GUARD)) {
        use();
      }
      return super.visitMemberSelect(select, null);
    }

    private void use() {
      if (trees.getElement(getCurrentPath()) instanceof TypeElement type) {
        GuardedInterface.of(type).ifPresent(used::add);
      }
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      ExpressionTree select = call.getMethodSelect();
      TreePath path = new TreePath(getCurrentPath(), select);
      if (trees.getElement(path) instanceof ExecutableElement called) {
        if (select instanceof MemberSelectTree member) {
          self(path, member.getExpression()).ifPresent(type -> add(type, called, call));
        } else if (called.getEnclosingElement() instanceof TypeElement declaring) {
          around(declaring).ifPresent(type -> add(type, called, call));
        }
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
      if (trees.getElement(getCurrentPath()) instanceof ExecutableElement called) {
        self(getCurrentPath(), reference.getQualifierExpression())
            .ifPresent(type -> add(type, called, reference));
      }
      return super.visitMemberReference(reference, null);
    }

    /** The type whose instance {@code this} or {@code Orders.this} means. */
    private Optional<TypeElement> self(TreePath parent, ExpressionTree expression) {
      boolean isThis =
          expression instanceof IdentifierTree name
              ? name.getName().contentEquals(THIS)
              : expression instanceof MemberSelectTree qualified
                  && qualified.getIdentifier().contentEquals(THIS);
      Element self = isThis ? trees.getElement(new TreePath(parent, expression)) : null;
      return self != null && self.getEnclosingElement() instanceof TypeElement type
          ? Optional.of(type)
          : Optional.empty();
    }

    /** The innermost type around the place that has the member. */
    private Optional<TypeElement> around(TypeElement declaring) {
      for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
        if (path.getLeaf() instanceof ClassTree
            && trees.getElement(path) instanceof TypeElement type
            && guarded.isSubtype(type, declaring)) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }

    private void add(TypeElement type, ExecutableElement called, Tree place) {
      if (type.getKind().isInterface() && !called.getModifiers().contains(Modifier.STATIC)) {
        ExecutableElement caller = source.method(type, getCurrentPath()).orElse(null);
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        calls.add(new Call(type, called, caller, place, unit));
      }
    }
  }
}
