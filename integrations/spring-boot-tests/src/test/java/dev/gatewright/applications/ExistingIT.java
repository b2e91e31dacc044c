package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.Existing;
import dev.gatewright.applications.input.Loaders;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where something is asked about arguments, a request is bound onto new objects only. */
class ExistingIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=x";

  private static Application application(Class<?>... classes) {
    return Application.of(
        Stream.concat(
                Stream.of(
                    Existing.Owners.class,
                    Existing.Owns.class,
                    Existing.OwnsIt.class,
                    Existing.Nobody.class,
                    Existing.ById.class),
                Stream.of(classes))
            .toArray(Class<?>[]::new));
  }

  private static Answer post(RunningApplication running, String path, String body) {
    return post(running, path, FORM, body);
  }

  private static Answer post(
      RunningApplication running, String path, String type, String body, String... headers) {
    StringBuilder text = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    text.append("Connection: close\r\nContent-Type: ").append(type).append("\r\n");
    text.append("Authorization: Bearer ").append(Tokens.withRole("user")).append("\r\n");
    List.of(headers).forEach(header -> text.append(header).append("\r\n"));
    return running.send(
        text.append("Content-Length: " + body.length() + "\r\n\r\n").append(body).toString());
  }

  private static String addressOf(RunningApplication running, String id) {
    return running.context().getBean(Existing.Owners.class).find(id).getAddress();
  }

  private static void assertRead(Answer answer, String read) {
    assertThat(answer.text()).startsWith("HTTP/1.1 200 ").endsWith("read " + read);
  }

  private static void assertUnchanged(RunningApplication running) {
    assertThat(addressOf(running, "1")).isEqualTo("home");
    assertThat(addressOf(running, "2")).isEqualTo("home");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Loaders.WithPolicy.class,
        Loaders.ByConvention.class,
        Loaders.Inherited.class,
        Loaders.WithPolicyOnCaller.class,
        Loaders.Validated.class,
        Loaders.Keyed.class,
        Loaders.OnType.class,
        Loaders.SecuredLoader.class
      })
  void anObjectOfAMethodBeforeTheEndpointStopsTheStart(Class<?> controller) {
    assertThat(application(controller).refused())
        .hasMessageContaining("The parameter owner of ")
        .hasMessageContaining(".edit(")
        .hasMessageContaining(".load(")
        .hasMessageContaining("'owner'")
        .hasMessageContaining("Fix: take a form object")
        .hasMessageContaining("@ModelAttribute(binding = false)");
  }

  @Test
  void anObjectOfAnAdviceStopsTheStart() {
    assertThat(application(Loaders.Plain.class, Loaders.Advice.class).refused())
        .hasMessageContaining("Plain")
        .hasMessageContaining("Loading.load(")
        .hasMessageContaining("Fix: ");
  }

  @ParameterizedTest
  @ValueSource(classes = {Loaders.SessionByName.class, Loaders.SessionByType.class})
  void anObjectOfTheSessionStopsTheStart(Class<?> controller) {
    assertThat(application(controller).refused())
        .hasMessageContaining("@SessionAttributes")
        .hasMessageContaining("'owner'")
        .hasMessageContaining("Fix: ");
  }

  @Test
  void anObjectThatIsMadeOfAPartOfThePathStopsTheStart() {
    assertThat(application(Loaders.InPath.class, Existing.ToOwner.class).refused())
        .hasMessageContaining("InPath")
        .hasMessageContaining("the part {owner} of the path")
        .hasMessageContaining("@PathVariable");
  }

  @Test
  void aPartOfThePathThatNothingConvertsIsNone() {
    try (RunningApplication running = application(Loaders.InPath.class).start()) {
      post(running, "/1", "address=x").isClosedWith(403);
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Loaders.BoundBefore.class, Loaders.BindsBefore.class})
  void whatBindsBeforeTheEndpointStopsTheStart(Class<?> controller) {
    assertThat(application(controller).refused())
        .hasMessageContaining("'owner'")
        .hasMessageContaining("Fix: ");
  }

  @Test
  void anAdviceThatBindsOntoAnotherObjectStopsTheStart() {
    assertThat(
            application(
                    Existing.WithoutObject.class,
                    Loaders.Advice.class,
                    Existing.BindingAdvice.class)
                .refused())
        .hasMessageContaining("BindingAdvice.prepare(")
        .hasMessageContaining("Fix: ");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Existing.HandedOver.class,
        Existing.LoaderHandsOver.class,
        Existing.SecuredLoaderHandsOver.class,
        Existing.SessionHandsOver.class
      })
  void anObjectThatIsOnlyHandedOverIsNotChanged(Class<?> controller) {
    try (RunningApplication running = application(controller, Existing.ToOwner.class).start()) {
      assertRead(post(running, "/owners/1", "address=changed"), "somebodyhome");
      assertRead(post(running, "/owners/1?owner=2", "address=changed&owner=2"), "somebodyhome");
      post(running, "/owners/2", "address=changed").isClosedWith(403);
      assertUnchanged(running);
    }
  }

  @Test
  void anObjectThatIsTakenFromThePathIsNotChanged() {
    try (RunningApplication running =
        application(Existing.TakenFromPath.class, Existing.ToOwner.class).start()) {
      assertRead(post(running, "/owners/1", "address=changed"), "somebodyhome");
      post(running, "/owners/2", "address=changed").isClosedWith(403);
      assertUnchanged(running);
    }
  }

  @Test
  void whereNothingIsAskedAboutArgumentsAllIsAsInSpring() {
    try (RunningApplication running = application(Existing.OnlyRoles.class).start()) {
      assertRead(post(running, "/owners/1", "address=a"), "a");
      assertRead(post(running, "/public/2", "address=b"), "b");
      assertThat(addressOf(running, "1")).isEqualTo("a");
      assertThat(addressOf(running, "2")).isEqualTo("b");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/owners/1", "/owners/2"})
  void anObjectThatIsThereUnexpectedlyIsNotBound(String path) {
    try (RunningApplication running = application(Existing.Unnamed.class).start()) {
      post(running, path, "address=changed").isClosedWith(500);
      assertUnchanged(running);
    }
  }

  @Test
  void norIsOneOfAnAdvice() {
    assertNotBound(Loaders.Plain.class, Existing.UnnamedAdvice.class);
  }

  @Test
  void norIsItBoundByAnotherAdvice() {
    assertNotBound(
        Existing.WithoutObject.class, Existing.UnnamedAdvice.class, Existing.BindingAdvice.class);
  }

  private static void assertNotBound(Class<?>... classes) {
    try (RunningApplication running = application(classes).start()) {
      post(running, "/owners/1", "address=changed").isClosedWith(500);
      post(running, "/owners/2", "address=changed").isClosedWith(500);
      assertUnchanged(running);
    }
  }

  @Test
  void norIsOneThatARedirectHasLeft() {
    try (RunningApplication running =
        application(Loaders.Plain.class, Existing.Flash.class).start()) {
      Answer left = post(running, "/leave", "");
      String cookie =
          left.text().lines().filter(line -> line.startsWith("Set-Cookie: ")).findFirst().get();
      String session = cookie.replace("Set-Cookie", "Cookie").replaceAll(";.*", "");
      post(running, "/owners/2", FORM, "address=changed", session).isClosedWith(500);
      assertUnchanged(running);
      assertRead(post(running, "/owners/1", FORM, "address=changed", session), "changed");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/owners/1?owner=2, address=changed",
    "/owners/2?owner=1, address=changed",
    "/owners/1, address=changed&owner=2",
    "/owners/1, address=changed&owner=1",
    "/owners/1, owner=2",
    "/keyed/1, address=changed&owner=2",
    "/validated, address=changed&owner=2",
    "/validated?owner=2, address=changed",
  })
  void aValueOfTheAttributesOwnNameIsMalformed(String path, String form) {
    try (RunningApplication running =
        application(Existing.Form.class, Existing.ToOwner.class).start()) {
      post(running, path, form).isClosedWith(400);
      assertUnchanged(running);
    }
  }

  @Test
  void soIsAPartOfThatName() {
    String field = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    try (RunningApplication running =
        application(Existing.Form.class, Existing.ToOwner.class).start()) {
      String address = field.formatted("address", "changed");
      post(running, "/owners/1", MULTIPART, address + field.formatted("owner", "2") + "--x--\r\n")
          .isClosedWith(400);
      assertRead(post(running, "/owners/1", MULTIPART, address + "--x--\r\n"), "nobodychanged");
      assertUnchanged(running);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"address=x", "address=x&other=1", "address=x&_owner=1"})
  void aFormIsBoundOntoAnObjectOfItsOwn(String form) {
    try (RunningApplication running =
        application(Existing.Form.class, Existing.ToOwner.class).start()) {
      assertRead(post(running, "/owners/1", form), "nobodyx");
      post(running, "/owners/2", form).isClosedWith(403);
      assertUnchanged(running);
    }
  }

  @Test
  void withoutAConverterTheNameIsOneOfMany() {
    try (RunningApplication running = application(Existing.Form.class).start()) {
      assertRead(post(running, "/owners/1?owner=2", "address=x"), "nobodyx");
      assertUnchanged(running);
    }
  }
}
