package orders;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.gatewright.Secured;
import dev.gatewright.ValidatedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.annotation.JsonDeserialize;

interface Thing {}

record RealThing(@NotBlank String name) implements Thing {}

class Payload {
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes(@JsonSubTypes.Type(RealThing.class))
  // expect 17: [GW-V04] @ValidatedInput does not look into Payload.any: RealThing has constraints, and @Valid is missing. Fix: write '@Valid Object any'.
  public Object any;

  @JsonDeserialize(as = RealThing.class)
  // expect 16: [GW-V04] @ValidatedInput does not look into Payload.one: RealThing has constraints, and @Valid is missing. Fix: write '@Valid Thing one'.
  public Thing one;

  @JsonDeserialize(contentAs = RealThing.class)
  // expect 22: [GW-V04] @ValidatedInput does not look into Payload.several: RealThing has constraints, and @Valid is missing. Fix: write 'List<@Valid Thing> several'.
  public List<Thing> several;

  @JsonDeserialize(contentAs = RealThing.class)
  // expect 25: [GW-V04] @ValidatedInput does not look into Payload.unknown: RealThing has constraints, and @Valid is missing. Fix: write 'Map<String, @Valid ?> unknown'.
  public Map<String, ?> unknown;

  // expect 17: [GW-V04] @ValidatedInput does not look into Payload.set: RealThing has constraints, and @Valid is missing. Fix: write '@Valid Thing set'.
  private Thing set;

  @JsonDeserialize(as = RealThing.class)
  @Valid
  public Thing checked;

  public Thing getSet() {
    return set;
  }

  @JsonDeserialize(as = RealThing.class)
  public void setSet(Thing set) {
    this.set = set;
  }
}

class OnlyBySubtype {
  @JsonDeserialize(as = RealThing.class)
  @Valid
  public Thing one;
}

@Secured
@ValidatedInput
class PropertyTypes {
  // expect 47: [GW-V04] @ValidatedInput does not look into parameter 'two' of PropertyTypes.fill(Payload, OnlyBySubtype): OnlyBySubtype has constraints, and @Valid is missing. Fix: write '@Valid OnlyBySubtype two'.
  void fill(@Valid Payload one, OnlyBySubtype two) {}
}
