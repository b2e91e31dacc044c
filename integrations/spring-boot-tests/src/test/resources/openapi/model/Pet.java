package openapi.model;

import java.net.URI;
import java.util.Objects;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import openapi.model.Owner;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.lang.Nullable;
import java.time.OffsetDateTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.*;


import java.util.*;
import jakarta.annotation.Generated;

/**
 * Pet
 */

@Generated(value = "org.openapitools.codegen.languages.SpringCodegen", comments = "Generator version: 7.25.0")
public class Pet {

  private String name;

  @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
  private @Nullable LocalDate born;

  private @Nullable BigDecimal weight;

  /**
   * Gets or Sets kind
   */
  public enum KindEnum {
    CAT("cat"),
    
    DOG("dog");

    private final String value;

    KindEnum(String value) {
      this.value = value;
    }

    @JsonValue
    public String getValue() {
      return value;
    }

    @Override
    public String toString() {
      return String.valueOf(value);
    }

    @JsonCreator
    public static KindEnum fromValue(String value) {
      for (KindEnum b : KindEnum.values()) {
        if (b.value.equals(value)) {
          return b;
        }
      }
      throw new IllegalArgumentException("Unexpected value '" + value + "'");
    }
  }

  private @Nullable KindEnum kind;

  private List<@Size(max = 5)String> tags = new ArrayList<>();

  private @Nullable Owner owner;

  public Pet() {
    super();
  }

  /**
   * Constructor with only required parameters
   */
  public Pet(String name) {
    this.name = name;
  }

  public Pet name(String name) {
    this.name = name;
    return this;
  }

  /**
   * Get name
   * @return name
   */
  @NotNull @Size(min = 1, max = 20) 
  @JsonProperty("name")
  public String getName() {
    return name;
  }

  @JsonProperty("name")
  public void setName(String name) {
    this.name = name;
  }

  public Pet born(@Nullable LocalDate born) {
    this.born = born;
    return this;
  }

  /**
   * Get born
   * @return born
   */
  @Valid 
  @JsonProperty("born")
  public @Nullable LocalDate getBorn() {
    return born;
  }

  @JsonProperty("born")
  public void setBorn(@Nullable LocalDate born) {
    this.born = born;
  }

  public Pet weight(@Nullable BigDecimal weight) {
    this.weight = weight;
    return this;
  }

  /**
   * Get weight
   * minimum: 0.1
   * @return weight
   */
  @Valid @DecimalMin(value = "0.1") 
  @JsonProperty("weight")
  public @Nullable BigDecimal getWeight() {
    return weight;
  }

  @JsonProperty("weight")
  public void setWeight(@Nullable BigDecimal weight) {
    this.weight = weight;
  }

  public Pet kind(@Nullable KindEnum kind) {
    this.kind = kind;
    return this;
  }

  /**
   * Get kind
   * @return kind
   */
  
  @JsonProperty("kind")
  public @Nullable KindEnum getKind() {
    return kind;
  }

  @JsonProperty("kind")
  public void setKind(@Nullable KindEnum kind) {
    this.kind = kind;
  }

  public Pet tags(List<@Size(max = 5)String> tags) {
    this.tags = tags;
    return this;
  }

  public Pet addTagsItem(String tagsItem) {
    if (this.tags == null) {
      this.tags = new ArrayList<>();
    }
    this.tags.add(tagsItem);
    return this;
  }

  /**
   * Get tags
   * @return tags
   */
  @Size(max = 2) 
  @JsonProperty("tags")
  public List<@Size(max = 5)String> getTags() {
    return tags;
  }

  @JsonProperty("tags")
  public void setTags(List<@Size(max = 5)String> tags) {
    this.tags = tags;
  }

  public Pet owner(@Nullable Owner owner) {
    this.owner = owner;
    return this;
  }

  /**
   * Get owner
   * @return owner
   */
  @Valid 
  @JsonProperty("owner")
  public @Nullable Owner getOwner() {
    return owner;
  }

  @JsonProperty("owner")
  public void setOwner(@Nullable Owner owner) {
    this.owner = owner;
  }

  @Override
  public boolean equals(Object o) {
    if (this == o) {
      return true;
    }
    if (o == null || getClass() != o.getClass()) {
      return false;
    }
    Pet pet = (Pet) o;
    return Objects.equals(this.name, pet.name) &&
        Objects.equals(this.born, pet.born) &&
        Objects.equals(this.weight, pet.weight) &&
        Objects.equals(this.kind, pet.kind) &&
        Objects.equals(this.tags, pet.tags) &&
        Objects.equals(this.owner, pet.owner);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, born, weight, kind, tags, owner);
  }

  @Override
  public String toString() {
    StringBuilder sb = new StringBuilder();
    sb.append("class Pet {\n");
    sb.append("    name: ").append(toIndentedString(name)).append("\n");
    sb.append("    born: ").append(toIndentedString(born)).append("\n");
    sb.append("    weight: ").append(toIndentedString(weight)).append("\n");
    sb.append("    kind: ").append(toIndentedString(kind)).append("\n");
    sb.append("    tags: ").append(toIndentedString(tags)).append("\n");
    sb.append("    owner: ").append(toIndentedString(owner)).append("\n");
    sb.append("}");
    return sb.toString();
  }

  /**
   * Convert the given object to string with each line indented by 4 spaces
   * (except the first line).
   */
  private String toIndentedString(@Nullable Object o) {
    return o == null ? "null" : o.toString().replace("\n", "\n    ");
  }
}

