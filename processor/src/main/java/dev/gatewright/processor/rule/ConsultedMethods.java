package dev.gatewright.processor.rule;

import dev.gatewright.processor.model.ConsultedClass;
import dev.gatewright.processor.model.ConsultedClass.Argument;
import dev.gatewright.processor.model.ConsultedClass.Fit;
import dev.gatewright.processor.model.ConsultedClass.Question;
import dev.gatewright.processor.model.GuardedMethod;
import dev.gatewright.processor.model.GuardedType;
import dev.gatewright.processor.model.Parameter;
import dev.gatewright.processor.model.Trait;
import dev.gatewright.processor.model.TypeUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The one method by which a class is asked, and how it fits the endpoint. */
final class ConsultedMethods implements Rule {
  private final ConsultedRole asking;

  ConsultedMethods(ConsultedRole asking) {
    this.asking = asking;
  }

  @Override
  public List<Finding> check(GuardedType type) {
    List<Finding> findings = new ArrayList<>();
    for (GuardedMethod method : type.methods()) {
      for (ConsultedClass asked : asking.of(method)) {
        new Judgement(asking, method, asked, findings).judge();
      }
    }
    return findings;
  }

  /** Of one class at one endpoint. */
  private record Judgement(
      ConsultedRole asking, GuardedMethod method, ConsultedClass asked, List<Finding> findings) {

    void judge() {
      int count = asked.questions().size();
      if (count != 1) {
        String found = count == 0 ? "no public method" : count + " public methods";
        report(asking.notOneMethod(), found + " named " + asking.method());
        return;
      }
      if (asked.traits().contains(Trait.OVERLOADED)) {
        String beside =
            "another method named %s beside the public one, which could be called instead";
        report(asking.notOneMethod(), beside.formatted(asking.method()));
      }
      Question question = asked.questions().get(0);
      if (question.isStatic()) {
        report(asking.wrongMethod(), question.signature(), "is static");
      }
      if (!question.returnType().equals(asking.answer())) {
        String wanted = "does not return " + TypeText.of(asking.answer());
        report(asking.wrongMethod(), question.signature(), wanted);
      }
      if (asking.fitsCaller(question, method)) {
        judgeArguments(question);
      } else {
        report(asking.wrongCaller(), question.signature());
      }
      List<TypeUse> thrown = question.thrownCheckedExceptions();
      if (!thrown.isEmpty()) {
        String names = thrown.stream().map(TypeText::of).collect(Collectors.joining(", "));
        report(asking.checkedException(), question.signature(), names);
      }
    }

    private void judgeArguments(Question question) {
      String unmatched =
          question.arguments().stream()
              .filter(argument -> argument.fit() != Fit.MATCHES)
              .map(argument -> "'" + TypeText.of(argument.type()) + " " + argument.name() + "'")
              .collect(Collectors.joining(" and "));
      if (unmatched.isEmpty()) {
        return;
      }
      String nameless = classesWithoutNames(question);
      if (has(question, Fit.NAMES_OTHER_IN_OVERRIDDEN)) {
        report(
            asking.parametersDiffer(),
            question.signature(),
            unmatched + ", a name that another parameter has in a method which this one overrides",
            "give each parameter the same name in both");
      } else if (has(question, Fit.BOUND_TO_OTHER)) {
        report(
            asking.parametersDiffer(),
            question.signature(),
            unmatched + ", and requests have another parameter by that name",
            "name the parameters as requests do");
      } else if (nameless.isEmpty()) {
        report(
            asking.parametersDiffer(),
            question.signature(),
            unmatched + ", but the endpoint has " + parametersOfEndpoint(),
            asking.sameParameters());
      } else {
        report(
            asking.parametersDiffer(),
            question.signature(),
            unmatched + ", but parameters have no names in the class file of " + nameless,
            "compile " + nameless + " with -parameters");
      }
    }

    private static boolean has(Question question, Fit fit) {
      return question.arguments().stream().anyMatch(argument -> argument.fit() == fit);
    }

    private String classesWithoutNames(Question question) {
      Set<String> classes = new LinkedHashSet<>();
      for (Argument argument : question.arguments()) {
        if (argument.fit() == Fit.NAME_UNKNOWN) {
          classes.add(asked.type().simpleName());
        } else if (argument.fit() == Fit.NAMES_OF_ENDPOINT_UNKNOWN) {
          classes.add(method.declaredIn().simpleName());
        }
      }
      return String.join(" and ", classes);
    }

    private String parametersOfEndpoint() {
      List<Parameter> parameters = method.parameters();
      return parameters.isEmpty()
          ? "no parameters"
          : parameters.stream()
              .map(parameter -> TypeText.of(parameter.type()) + " " + parameter.name())
              .collect(Collectors.joining(", ", "(", ")"));
    }

    private void report(RuleId id, Object... more) {
      List<Object> arguments = new ArrayList<>();
      arguments.add(asked.type().simpleName());
      arguments.add(method.spot().element());
      arguments.addAll(List.of(more));
      findings.add(Finding.of(id, asked.spot(), arguments.toArray()));
    }
  }
}
