package dev.gatewright.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An annotation of a type leaves alone what the container calls, and reaches all the rest. */
class ContainerCallsTest {

  static Stream<String> annotations() {
    Stream<String> ofJakarta =
        Stream.of(
                "inject.Inject",
                "annotation.Resource",
                "annotation.Resources",
                "annotation.PostConstruct",
                "annotation.PreDestroy",
                "persistence.PersistenceContext",
                "persistence.PersistenceContexts",
                "persistence.PersistenceUnit",
                "persistence.PersistenceUnits",
                "ejb.EJB",
                "ejb.EJBs",
                "xml.ws.WebServiceRef",
                "xml.ws.WebServiceRefs")
            .flatMap(name -> Stream.of("jakarta." + name, "javax." + name));
    return Stream.concat(
        ofJakarta,
        Stream.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "org.springframework.beans.factory.annotation.Required",
            "org.springframework.context.annotation.Bean"));
  }

  @ParameterizedTest
  @MethodSource("annotations")
  void aMethodThatIsAnnotatedForTheContainerIsNotOverridden(String annotation) {
    String guard = guardOf(service("@" + annotation + " void called() {}"), stub(annotation));

    assertThat(guard)
        .containsPattern("leftAlone = \"called\\(\\) (inherited )?@" + annotation + "\"")
        .doesNotContain("super.called()");
  }

  @ParameterizedTest
  @MethodSource("annotations")
  void norIsOneThatIsAnnotatedThroughAnotherAnnotation(String annotation) {
    String composed =
        "@"
            + annotation
            + " @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy"
            + ".RUNTIME) @interface Composed {}";

    String guard = guardOf(service("@Composed void called() {}") + composed, stub(annotation));

    assertThat(guard)
        .containsPattern("leftAlone = \"called\\(\\) (inherited )?@[a-z.]*Composed\"")
        .doesNotContain("super.called()");
  }

  @ParameterizedTest
  @MethodSource("annotations")
  void oneThatIsSecuredItselfDoesNotCompile(String annotation) {
    Compilation compilation =
        compile(service("@Secured @" + annotation + " void called() {}"), stub(annotation));

    assertThat(compilation)
        .hadErrorContaining("[GW-M21] @Secured cannot guard Ledger.called(): the container calls");
  }

  /** Spring does not call what overrides an annotated method without the annotation. */
  @ParameterizedTest
  @ValueSource(strings = {"Autowired", "Value"})
  void anOverrideWithoutTheAnnotationIsGuarded(String annotation) {
    String name = "org.springframework.beans.factory.annotation." + annotation;
    String base = "class Base { @" + name + "(\"x\") void called() {} }";

    Compilation compilation =
        compile(
            service("@Override void called() {}")
                    .replace("class Ledger", "class Ledger extends Base")
                + base,
            stub(name));

    assertThat(guard(compilation)).contains("super.called()").doesNotContain("leftAlone");
  }

  /** Spring calls no method because of its parameters' annotations. */
  @ParameterizedTest
  @ValueSource(strings = {"Autowired", "Value"})
  void anAnnotatedParameterAloneDoesNotOpenAMethod(String annotation) {
    String name = "org.springframework.beans.factory.annotation." + annotation;

    String guard = guardOf(service("void called(@" + name + " String a) {}"), stub(name));

    assertThat(guard).contains("super.called(a)").doesNotContain("leftAlone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"void setName(String name) {}", "void setSize(int size) {}"})
  void aSetterOfBoundPropertiesIsNotOverridden(String setter) {
    String name = "org.springframework.boot.context.properties.ConfigurationProperties";

    String guard = guardOf("@" + name + service(setter), stub(name));

    assertThat(guard).contains("leftAlone = \"set").doesNotContain("super.set");
  }

  @Test
  void aSetterThatAnotherTypeDeclaresIsNotLeftAlone() {
    String properties = "org.springframework.boot.context.properties.ConfigurationProperties";
    Compilation compilation =
        compile(
            "interface Limits { void setLimit(String limit); } @"
                + properties
                + " @Secured class Ledger implements Limits {"
                + " public void setLimit(String limit) {} }",
            stub(properties));

    assertThat(compilation)
        .hadErrorContaining("[GW-M21] @Secured cannot guard Ledger.setLimit(String)");
  }

  @Test
  void norIsAMethodWhoseNameOnlyBeginsLikeASetter() {
    String properties = "org.springframework.boot.context.properties.ConfigurationProperties";
    String guard =
        guardOf(
            "@"
                + properties
                + " @Secured class Ledger { public String settle(String id) { return id; } }",
            stub(properties));

    assertThat(guard).contains("super.settle(id)");
  }

  @Test
  void norIsAnInjectedMethodThatASecuredInterfaceDeclares() {
    String injected = "org.springframework.beans.factory.annotation.Autowired";
    Compilation compilation =
        compile(
            "@Secured interface Admin { String rewire(String to); } class Ledger implements Admin"
                + " { @"
                + injected
                + " public String rewire(String to) { return to; } }",
            stub(injected));

    assertThat(compilation)
        .hadErrorContaining("[GW-M21] @Secured cannot guard Ledger.rewire(String)");
  }

  private static String service(String method) {
    return " @Secured class Ledger { String tell() { return \"\"; } " + method + " }\n";
  }

  private static JavaFileObject stub(String annotation) {
    int dot = annotation.lastIndexOf('.');
    return JavaFileObjects.forSourceString(
        annotation,
        "package %s; public @interface %s { String value() default \"\"; }"
            .formatted(annotation.substring(0, dot), annotation.substring(dot + 1)));
  }

  private static String guardOf(String source, JavaFileObject stub) {
    return guard(compile(source, stub));
  }

  private static String guard(Compilation compilation) {
    assertThat(compilation).succeeded();
    return compilation
        .generatedSourceFile("bank.LedgerGuard")
        .map(ContainerCallsTest::text)
        .orElseThrow();
  }

  private static String text(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }

  private static Compilation compile(String source, JavaFileObject stub) {
    String imported = "package bank; import dev.gatewright.Secured; ";
    List<JavaFileObject> sources =
        List.of(JavaFileObjects.forSourceString("bank.Ledger", imported + source), stub);
    return javac().withProcessors(new GuardProcessor()).compile(sources);
  }
}
