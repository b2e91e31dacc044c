package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a view leaves out is unknown. */
class StrictJsonViewTest {
  private final StrictJson json = StrictJson.of(List.of(), null, true);

  interface Customer {}

  interface Clerk extends Customer {}

  /** Made by its constructor. */
  record Account(
      @JsonView(Customer.class) String name, @JsonView(Clerk.class) String role, String note) {}

  /** Filled by its setters. */
  static final class Order {
    private String name = "";
    private String role = "";
    private String note = "";

    public void setNote(String note) {
      this.note = note;
    }

    @JsonView(Customer.class)
    public void setName(String name) {
      this.name = name;
    }

    @JsonView(Clerk.class)
    public void setRole(String role) {
      this.role = role;
    }
  }

  private Object read(String document, Class<?> type, Class<?> view) throws Exception {
    return json.read(document.getBytes(StandardCharsets.UTF_8), type, 8, view, Set.of());
  }

  private MalformedJsonException refused(
      StrictJson by, String document, Class<?> type, Class<?> view) {
    return catchThrowableOfType(
        MalformedJsonException.class,
        () -> by.read(document.getBytes(StandardCharsets.UTF_8), type, 8, view, Set.of()));
  }

  @Test
  void whatTheViewHasIsRead() throws Exception {
    assertThat(read("{\"name\":\"a\",\"note\":\"n\"}", Account.class, Customer.class))
        .isEqualTo(new Account("a", null, "n"));
    assertThat(read("{\"name\":\"a\",\"role\":\"r\",\"note\":\"n\"}", Account.class, Clerk.class))
        .isEqualTo(new Account("a", "r", "n"));
    Order order = (Order) read("{\"name\":\"a\"}", Order.class, Customer.class);
    assertThat(order.name + order.role + order.note).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(classes = {Account.class, Order.class})
  void whatTheViewLeavesOutIsUnknown(Class<?> type) {
    MalformedJsonException refused =
        refused(json, "{\"name\":\"a\",\"role\":\"admin\",\"note\":\"n\"}", type, Customer.class);

    assertThat(refused).isNotNull();
    assertThat(refused.path()).isEqualTo("role");
    assertThat(refused.problem()).isEqualTo("is not known");
  }

  @Test
  void whatTheViewHasIsStillRequired() {
    MalformedJsonException refused =
        refused(json, "{\"note\":\"n\"}", Account.class, Customer.class);

    assertThat(refused).isNotNull();
    assertThat(refused.problem()).isEqualTo("is missing or of another type");
  }

  @Test
  void whatNamesNoViewBelongsToAllOrNoneAsTheApplicationHasIt() {
    StrictJson none = StrictJson.of(List.of(), null, false);

    assertThat(
            refused(none, "{\"name\":\"a\",\"note\":\"n\"}", Account.class, Customer.class).path())
        .isEqualTo("note");
  }
}
