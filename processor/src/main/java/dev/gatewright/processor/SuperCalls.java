package dev.gatewright.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Origin;
import dev.gatewright.processor.rule.ElementRule;
import dev.gatewright.processor.rule.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds calls by {@code super} of what supertypes have annotated. They reach the supertype's own
 * method and never the guard, which overrides it; an override that calls what it overrides does
 * what is meant. Annotation processing shows no bodies, so this asks javac's trees.
 */
final class SuperCalls {
  private static final String SUPER = "super";

  private final SourceTrees trees;

  SuperCalls(SourceTrees trees) {
    this.trees = trees;
  }

  /** A finding for each call past the guard in the type's own methods. */
  List<Finding> check(GuardedType model, TypeElement type) {
    TreePath path = trees.trees().getPath(type);
    List<Finding> findings = new ArrayList<>();
    if (path != null && path.getLeaf() instanceof ClassTree tree) {
      Search search = new Search(model, path.getCompilationUnit(), findings);
      tree.getMembers().stream()
          .filter(member -> !(member instanceof ClassTree))
          .forEach(member -> search.member(member));
    }
    return findings;
  }

  /** What bears upon an endpoint: an annotation and where it was declared. */
  private record Demand(Object annotation, Origin origin) {}

  private static Stream<Demand> demands(GuardedMethod method) {
    return Stream.of(
            method.declarations().secured().stream().map(each -> new Demand(each, each.origin())),
            method.declarations().limits().stream().map(each -> new Demand(each, each.origin())),
            method.declarations().inputs().stream().map(each -> new Demand(each, each.origin())))
        .flatMap(each -> each);
  }

  private static final class Search extends TreeScanner<Void, Void> {
    private final GuardedType model;
    private final CompilationUnitTree unit;
    private final List<Finding> findings;
    private @Nullable MethodTree caller;
    private int nestedTypes;

    Search(GuardedType model, CompilationUnitTree unit, List<Finding> findings) {
      this.model = model;
      this.unit = unit;
      this.findings = findings;
    }

    void member(Tree member) {
      caller = member instanceof MethodTree method ? method : null;
      scan(member, null);
    }

    @Override
    public Void visitClass(ClassTree nested, Void nothing) {
      nestedTypes++;
      super.visitClass(nested, null);
      nestedTypes--;
      return null;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (call.getMethodSelect() instanceof MemberSelectTree select
          && isSuper(select.getExpression())) {
        int arguments = call.getArguments().size();
        judge(select.getIdentifier().toString(), arguments, call);
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
      if (isSuper(reference.getQualifierExpression())) {
        judge(reference.getName().toString(), -1, reference);
      }
      return super.visitMemberReference(reference, null);
    }

    /** In a class inside of the type, {@code super} alone means another object. */
    private boolean isSuper(ExpressionTree expression) {
      if (expression instanceof IdentifierTree name) {
        return nestedTypes == 0 && name.getName().contentEquals(SUPER);
      }
      return expression instanceof MemberSelectTree qualified
          && qualified.getIdentifier().contentEquals(SUPER)
          && (nestedTypes == 0
              || qualified.getExpression().toString().equals(model.name().simpleName()));
    }

    /**
     * @param arguments how many there are; negative where it is not known
     */
    private void judge(String name, int arguments, Tree place) {
      model.methods().stream()
          .filter(each -> each.name().equals(name) && takes(each, arguments))
          .filter(each -> !isCaller(each))
          .filter(this::isPassed)
          .findFirst()
          .ifPresent(
              called ->
                  findings.add(
                      Finding.of(
                          ElementRule.SUPER_CALL,
                          new TreeSpot(called.spot().element(), place, unit),
                          "Gatewright",
                          called.spot().element(),
                          callerName(),
                          name)));
    }

    private static boolean takes(GuardedMethod method, int arguments) {
      int parameters = method.parameters().size();
      return arguments < 0
          || arguments == parameters
          || (method.varargs() && arguments >= parameters - 1);
    }

    private boolean isCaller(GuardedMethod endpoint) {
      return caller != null
          && caller.getName().contentEquals(endpoint.name())
          && caller.getParameters().size() == endpoint.parameters().size();
    }

    /** Whether supertypes demand of it what they do not demand of the caller as well. */
    private boolean isPassed(GuardedMethod called) {
      Optional<GuardedMethod> endpoint =
          model.methods().stream().filter(this::isCaller).findFirst();
      List<Demand> asked = endpoint.map(each -> demands(each).toList()).orElse(List.of());
      return demands(called)
          .filter(each -> !each.origin().type().equals(model.name()))
          .anyMatch(each -> !asked.contains(each));
    }

    private String callerName() {
      return caller == null
          ? model.name().simpleName()
          : model.name().simpleName() + "." + caller.getName();
    }
  }
}
