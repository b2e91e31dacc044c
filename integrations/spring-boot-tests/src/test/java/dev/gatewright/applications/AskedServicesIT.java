package dev.gatewright.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.applications.input.AskedLater;
import dev.gatewright.applications.input.AskedServices;
import dev.gatewright.applications.input.Existing;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service asks about is bound onto new objects only, whatever its endpoint asks. */
class AskedServicesIT {
  private static Application application(Class<?>... classes) {
    return Application.of(
        Stream.concat(
                Stream.of(
                    AskedServices.Accounts.class,
                    AskedServices.OwnsAccount.class,
                    AskedServices.KnowsId.class,
                    Existing.Nobody.class,
                    Existing.ById.class),
                Stream.of(classes))
            .toArray(Class<?>[]::new));
  }

  private static Answer post(
      RunningApplication running, String path, String body, String... headers) {
    StringBuilder text = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    text.append("Connection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n");
    text.append("Authorization: Bearer ").append(Tokens.withRole("user")).append("\r\n");
    List.of(headers).forEach(header -> text.append(header).append("\r\n"));
    return running.send(
        text.append("Content-Length: " + body.length() + "\r\n\r\n").append(body).toString());
  }

  private static void assertRead(Answer answer, String read) {
    assertThat(answer.text()).startsWith("HTTP/1.1 200 ").endsWith("read " + read);
  }

  private static void assertUnchanged(RunningApplication running) {
    AskedServices.Accounts accounts = running.context().getBean(AskedServices.Accounts.class);
    assertThat(List.of("1", "2", "3"))
        .allSatisfy(id -> assertThat(accounts.find(id).getAddress()).isEqualTo("home"));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        AskedServices.WithPolicy.class,
        AskedServices.OnType.class,
        AskedServices.WithPolicyOnId.class,
        AskedServices.WithPolicyOnCaller.class,
        AskedServices.Keyed.class,
        AskedServices.Validated.class,
        AskedServices.MadeLater.class,
        AskedServices.MadeOften.class,
        AskedServices.TakesSubclass.class,
        AskedServices.TakesSuperclass.class,
        AskedServices.TakesInterface.class,
        AskedServices.TakesAnything.class,
        AskedServices.TakesList.class,
        AskedServices.TakesNested.class,
        AskedServices.TakesArray.class,
        AskedServices.TakesCollectionOfItsOwn.class,
        AskedServices.TakesVariable.class,
        AskedServices.SavesAccounts.class,
      })
  void anObjectThatAServiceIsAskedAboutStopsTheStart(Class<?> service) {
    assertThat(application(AskedLater.Edits.class, service).refused())
        .hasMessageContaining("The parameter account of ")
        .hasMessageContaining(".edit(")
        .hasMessageContaining(".load(")
        .hasMessageContaining("'account'")
        .hasMessageContaining(".save(")
        .hasMessageContaining("Fix: take a form object")
        .hasMessageContaining("@ModelAttribute(binding = false)");
  }

  @Test
  void theServiceIsNamed() {
    assertThat(application(AskedLater.Edits.class, AskedServices.WithPolicy.class).refused())
        .hasMessageContaining("AskedServices$WithPolicy.save(");
  }

  @Test
  void soDoesOneOfTheSession() {
    assertThat(application(AskedLater.OfSession.class, AskedServices.Validated.class).refused())
        .hasMessageContaining("@SessionAttributes")
        .hasMessageContaining("Validated.save(");
  }

  @Test
  void soDoesOneThatIsMadeOfAPartOfThePath() {
    assertThat(
            application(
                    AskedLater.InPath.class,
                    AskedLater.ToAccount.class,
                    AskedServices.Validated.class)
                .refused())
        .hasMessageContaining("the part {account} of the path")
        .hasMessageContaining("@PathVariable");
  }

  @Test
  void soDoesOneOfAnAdvice() {
    assertThat(
            application(
                    AskedLater.TakesForm.class,
                    AskedLater.Advice.class,
                    AskedServices.Validated.class)
                .refused())
        .hasMessageContaining("TakesForm")
        .hasMessageContaining("Loading.load(");
  }

  @Test
  void soDoesOneThatAnAdviceBinds() {
    assertThat(
            application(
                    AskedLater.OtherParameter.class,
                    AskedLater.Advice.class,
                    AskedLater.BindingAdvice.class,
                    AskedServices.Validated.class)
                .refused())
        .hasMessageContaining("BindingAdvice.prepare(");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        AskedServices.TakesInvoices.class,
        AskedServices.SavesInvoices.class,
        AskedServices.OnlyRoles.class,
        AskedServices.OnlyCounted.class,
        AskedServices.AsksElsewhere.class,
        AskedLater.ValidatesNew.class,
      })
  void besideOtherServicesAllIsAsInSpring(Class<?> service) {
    try (RunningApplication running = application(AskedLater.Edits.class, service).start()) {
      assertRead(post(running, "/accounts/2", "address=changed"), "anotherchanged");
    }
  }

  @Test
  void anObjectThatIsOnlyHandedOverIsNotChanged() {
    try (RunningApplication running =
        application(
                AskedLater.HandsOver.class,
                AskedLater.ToAccount.class,
                AskedServices.WithPolicy.class)
            .start()) {
      assertRead(post(running, "/accounts/1", "address=changed"), "somebodyhome");
      assertRead(post(running, "/accounts/1?account=2", "address=changed"), "somebodyhome");
      assertUnchanged(running);
    }
  }

  @Test
  void aFormIsBoundOntoAnObjectOfItsOwn() {
    try (RunningApplication running =
        application(
                AskedLater.TakesForm.class,
                AskedLater.ToAccount.class,
                AskedServices.WithPolicy.class)
            .start()) {
      assertRead(post(running, "/accounts/1", "address=x"), "nobodyx");
      post(running, "/accounts/1?account=2", "address=changed").isClosedWith(400);
      post(running, "/accounts/1", "address=changed&account=2").isClosedWith(400);
      assertUnchanged(running);
    }
  }

  @Test
  void anObjectThatIsThereUnexpectedlyIsNotBound() {
    try (RunningApplication running =
        application(
                AskedLater.TakesForm.class,
                AskedLater.UnnamedAdvice.class,
                AskedServices.Validated.class)
            .start()) {
      post(running, "/accounts/1", "address=changed").isClosedWith(500);
      assertUnchanged(running);
    }
  }

  @Test
  void norByAnAdvice() {
    try (RunningApplication running =
        application(
                AskedLater.OtherParameter.class,
                AskedLater.UnnamedAdvice.class,
                AskedLater.BindingAdvice.class,
                AskedServices.Validated.class)
            .start()) {
      post(running, "/accounts/1", "address=changed").isClosedWith(500);
      assertUnchanged(running);
    }
  }

  @Test
  void norIsOneWhoseClassOnlyTellsThatItIsAskedAbout() {
    try (RunningApplication running =
        application(AskedLater.Locks.class, AskedServices.TakesLocked.class).start()) {
      post(running, "/accounts/3", "address=changed").isClosedWith(500);
      assertUnchanged(running);
      assertRead(post(running, "/accounts/1", "address=changed"), "somebodychanged");
    }
  }

  @Test
  void norIsOneThatARedirectHasLeft() {
    try (RunningApplication running =
        application(
                AskedLater.TakesForm.class, AskedLater.Flash.class, AskedServices.Validated.class)
            .start()) {
      Answer left = post(running, "/leave", "");
      String cookie =
          left.text().lines().filter(line -> line.startsWith("Set-Cookie: ")).findFirst().get();
      String session = cookie.replace("Set-Cookie", "Cookie").replaceAll(";.*", "");
      post(running, "/accounts/2", "address=changed", session).isClosedWith(500);
      assertUnchanged(running);
    }
  }
}
