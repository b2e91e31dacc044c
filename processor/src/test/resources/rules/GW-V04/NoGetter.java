package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.util.List;

class Passwords {
  @AssertTrue
  public boolean isEqual() {
    return true;
  }

  @AssertTrue
  public boolean hasEqual() {
    return true;
  }

  @AssertTrue
  public Boolean getEqual() {
    return true;
  }

  @AssertTrue
  // expect 18: [GW-V04] @ValidatedInput does not look into Passwords.isSame(): constraints on a method that is no getter are not applied. Fix: let it return 'boolean'.
  public Boolean isSame() {
    return true;
  }

  @AssertTrue
  // expect 18: [GW-V04] @ValidatedInput does not look into Passwords.hasSame(): constraints on a method that is no getter are not applied. Fix: let it return 'boolean'.
  public Boolean hasSame() {
    return true;
  }

  @AssertTrue
  // expect 18: [GW-V04] @ValidatedInput does not look into Passwords.passwordsMatch(): constraints on a method that is no getter are not applied. Fix: name it 'isPasswordsMatch'.
  public boolean passwordsMatch() {
    return true;
  }

  // expect 26: [GW-V04] @ValidatedInput does not look into Passwords.names(): constraints on a method that is no getter are not applied. Fix: name it 'getNames'.
  List<@NotBlank String> names() {
    return List.of();
  }

  @NotBlank
  // expect 10: [GW-V04] @ValidatedInput does not look into Passwords.get(): constraints on a method that is no getter are not applied. Fix: name it 'getGet'.
  String get() {
    return "";
  }

  @NotBlank
  // expect 10: [GW-V04] @ValidatedInput does not look into Passwords.text(int): constraints on a method that is no getter are not applied. Fix: write them on the field or the getter.
  String text(int index) {
    return "";
  }
}

class Fluent {
  private String name;
  @NotBlank private String checked;

  @NotBlank
  // expect 10: [GW-V04] @ValidatedInput does not look into Fluent.name(): constraints on a method that is no getter are not applied. Fix: write them on the field 'name' of Fluent.
  String name() {
    return name;
  }

  @NotBlank
  String checked() {
    return checked;
  }
}

interface Titled {
  @NotBlank
  // expect 10: [GW-V04] @ValidatedInput does not look into Titled.title(): constraints on a method that is no getter are not applied. Fix: name it 'getTitle'.
  String title();
}

class Book implements Titled {
  @Override
  public String title() {
    return "";
  }
}

@Secured
@ValidatedInput
class NoGetter {
  void fill(@Valid Passwords one, @Valid Fluent two, @Valid Book three) {}

  // expect 21: [GW-V04] @ValidatedInput does not look into parameter 'one' of NoGetter.missing(Book): Book has constraints, and @Valid is missing. Fix: write '@Valid Book one'.
  void missing(Book one) {}
}
