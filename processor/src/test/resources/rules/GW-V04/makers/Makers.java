package orders;

import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonPOJOBuilder;
import tools.jackson.databind.util.StdConverter;

record Item(@NotBlank String name) {}

@JsonDeserialize(builder = Order.Builder.class)
class Order {
  @Size(max = 9) final String title;
  final String name;

  Order(String title, String name) {
    this.title = title;
    this.name = name;
  }

  @JsonPOJOBuilder(withPrefix = "")
  static class Builder {
    @Size(max = 9) String title = "";
    // expect 22: [GW-V04] @ValidatedInput does not look into Order.Builder.name: constraints there are not applied, as validated is only the Order that is made. Fix: write them on the field or the getter of Order.
    @NotBlank String name = "";

    // expect 41: [GW-V04] @ValidatedInput does not look into parameter 'value' of Order.Builder.title(String): constraints there are not applied, as validated is only the Order that is made. Fix: write them on the field or the getter of Order.
    Builder title(@Size(max = 9) String value) {
      title = value;
      return this;
    }

    Builder name(String value) {
      name = value;
      return this;
    }

    // expect 23: [GW-V04] @ValidatedInput does not look into parameter 'item' of Order.Builder.item(Item): Item has constraints, and no property holds it. Fix: hold it in a field, with @Valid, or write the constraints on what is made of it.
    Builder item(Item item) {
      name = item.name();
      return this;
    }

    @NotBlank
    // expect 12: [GW-V04] @ValidatedInput does not look into Order.Builder.getName(): constraints there are not applied, as validated is only the Order that is made. Fix: write them on the field or the getter of Order.
    String getName() {
      return name;
    }

    Order build() {
      return new Order(title, name);
    }
  }
}

/** Holds all that its builder takes; of the builder, only methods with the prefix are asked. */
@JsonDeserialize(builder = Basket.Builder.class)
class Basket {
  @Valid private final Item item;

  Basket(Item item) {
    this.item = item;
  }

  Item getItem() {
    return item;
  }

  static class Builder {
    private Item item = new Item("");

    Builder withItem(Item value) {
      item = value;
      return this;
    }

    Builder like(Order order) {
      item = new Item(order.name);
      return this;
    }

    Basket build() {
      return new Basket(item);
    }
  }
}

class ToName extends StdConverter<Item, Name> {
  @Override
  public Name convert(Item item) {
    return new Name(item.name());
  }
}

class Trimming extends StdConverter<Item, Item> {
  @Override
  public Item convert(Item item) {
    return new Item(item.name().trim());
  }
}

@JsonDeserialize(converter = ToName.class)
// expect 1: [GW-V04] @ValidatedInput does not look into Name: Item, which ToName converts, has constraints, and no property holds it. Fix: hold it in a field, with @Valid, or write the constraints on what is made of it.
class Name {
  final String text;

  Name(String text) {
    this.text = text;
  }
}

class PlainName {
  String text;
}

class ToPlainName extends StdConverter<Item, PlainName> {
  @Override
  public PlainName convert(Item item) {
    return new PlainName();
  }
}

class Properties {
  @JsonDeserialize(converter = ToPlainName.class)
  // expect 13: [GW-V04] @ValidatedInput does not look into Properties.one: Item, which ToPlainName converts, has constraints, and no property holds it. Fix: hold it in a field, with @Valid, or write the constraints on what is made of it.
  PlainName one;

  @JsonDeserialize(contentConverter = ToPlainName.class)
  // expect 19: [GW-V04] @ValidatedInput does not look into Properties.several: Item, which ToPlainName converts, has constraints, and no property holds it. Fix: hold it in a field, with @Valid, or write the constraints on what is made of it.
  List<PlainName> several;

  @JsonDeserialize(converter = Trimming.class)
  @Valid
  Item item;
}

@Secured
@ValidatedInput
class Makers {
  void builders(@Valid Order one, @Valid Basket two) {}

  void converters(@Valid Name one, @Valid Properties two) {}

  // expect 26: [GW-V04] @ValidatedInput does not look into parameter 'one' of Makers.unvalidated(Order): Order has constraints, and @Valid is missing. Fix: write '@Valid Order one'.
  void unvalidated(Order one) {}
}
