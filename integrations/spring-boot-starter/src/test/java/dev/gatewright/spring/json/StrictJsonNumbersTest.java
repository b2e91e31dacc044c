package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.util.StdConverter;

/** A number is kept or refused, wherever it stands and whatever is made of it. */
class StrictJsonNumbersTest {
  private final StrictJson json = StrictJson.of(List.of(), null);

  record OfDouble(@JsonValue double value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    OfDouble {}
  }

  record OfFloat(@JsonValue float value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    OfFloat {}
  }

  record OfInt(@JsonValue int value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    OfInt {}
  }

  record OfLong(@JsonValue long value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    OfLong {}
  }

  record OfByte(@JsonValue byte value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    OfByte {}
  }

  record OfDecimal(@JsonValue BigDecimal value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    OfDecimal {}
  }

  /** Made of a number without an annotation. */
  public static class Count {
    public Count(int value) {
      assertThat(value).isNotNegative();
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes(@JsonSubTypes.Type(value = Priced.class, name = "priced"))
  interface Kind {}

  record Priced(@Nullable OfDouble price, @Nullable OfInt count, @Nullable Byte part)
      implements Kind {}

  static class Unwrapping {
    public int id;
    @JsonUnwrapped public @Nullable Inner inner;
  }

  static class Inner {
    public double value;
    public @Nullable OfDouble price;
  }

  record Converted(@JsonDeserialize(converter = ToText.class) String value) {}

  static final class ToText extends StdConverter<Double, String> {
    @Override
    public String convert(Double value) {
      return value.toString();
    }
  }

  record Text(
      @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal decimal,
      @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) Long id,
      @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) BigInteger big,
      @JsonFormat(shape = JsonFormat.Shape.STRING) int plain,
      @Nullable @JsonFormat(shape = JsonFormat.Shape.STRING) Double real) {}

  /** Types that need their parameters. */
  @SuppressWarnings({"unused", "ArrayRecordComponent"}) // Only their types are looked at.
  private record Types(
      byte plainByte,
      Byte boxedByte,
      short plainShort,
      List<Byte> bytes,
      Set<Byte> setOfBytes,
      Byte[] arrayOfBytes,
      Optional<Byte> optionalByte,
      Map<String, Byte> mapOfBytes,
      int[] ints,
      long[] longs,
      short[] shorts,
      int[][] intArrays,
      Integer[] integers,
      Set<Long> setOfLongs,
      List<OfDouble> doubles,
      Set<OfInt> setOfInts,
      Object untyped,
      Map<String, Object> untypedMap,
      JsonNode node,
      OfDouble ofDouble,
      OfFloat ofFloat,
      OfInt ofInt,
      OfLong ofLong,
      OfByte ofByte,
      OfDecimal ofDecimal,
      Count count,
      Kind kind,
      Unwrapping unwrapping,
      Converted converted,
      Text text) {}

  private Object read(String type, String text) throws Exception {
    return json.read(
        text.getBytes(StandardCharsets.UTF_8),
        Types.class.getDeclaredField(type).getGenericType(),
        8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plainByte | 127 | 200",
        "plainByte | -128 | 255",
        "boxedByte | 127 | 128",
        "boxedByte | 0 | -0",
        "plainShort | -32768 | 65535",
        "bytes | [1] | [200]",
        "setOfBytes | [1] | [200]",
        "arrayOfBytes | [1] | [200]",
        "optionalByte | 1 | 200",
        "mapOfBytes | {\"a\":1} | {\"a\":200}",
        "ints | [0,1] | [-0]",
        "longs | [0,1] | [-0]",
        "shorts | [0,1] | [-0]",
        "shorts | [0,1] | [65535]",
        "intArrays | [[0],[1]] | [[0],[-0]]",
        "integers | [0] | [-0]",
        "setOfLongs | [0] | [-0]",
        "doubles | [0.5] | [0.1234567890123456789]",
        "setOfInts | [0] | [-0]",
        "untyped | 0.5 | 0.1234567890123456789",
        "untyped | 0 | -0",
        "untypedMap | {\"a\":0} | {\"a\":-0}",
        "node | [0.5] | [0.1234567890123456789]",
        "node | 0 | -0",
        "ofDouble | 0.12345678901234568 | 0.1234567890123456789",
        "ofDouble | 0.0 | -0.0",
        "ofDouble | 0 | -0",
        "ofFloat | 0.5 | 0.1234567890123",
        "ofInt | 0 | -0",
        "ofLong | 0 | -0",
        "ofByte | 127 | 200",
        "ofDecimal | 0.1234567890123456789 | -0.0",
        "count | 0 | -0",
        "kind | {\"kind\":\"priced\",\"price\":0.5} |"
            + " {\"price\":0.1234567890123456789,\"kind\":\"priced\"}",
        "kind | {\"count\":0,\"kind\":\"priced\"} | {\"count\":-0,\"kind\":\"priced\"}",
        "kind | {\"part\":1,\"kind\":\"priced\"} | {\"part\":200,\"kind\":\"priced\"}",
        "unwrapping | {\"value\":0.5,\"id\":1} | {\"value\":0.1234567890123456789,\"id\":1}",
        "unwrapping | {\"price\":0.5,\"id\":1} | {\"price\":0.1234567890123456789,\"id\":1}",
        "converted | {\"value\":0.5} | {\"value\":0.1234567890123456789}",
      })
  void aNumberIsKeptOrRefusedWhereverItStands(String type, String kept, String lost)
      throws Exception {
    assertThat(read(type, kept)).isNotNull();

    assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> read(type, lost));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"decimal\":\"1.50\" | \"decimal\":\"1,50\"",
        "\"decimal\":\"1.50\" | \"decimal\":\" 1.50\"",
        "\"decimal\":\"0\" | \"decimal\":\"-0\"",
        "\"decimal\":\"1.50\" | \"decimal\":1.50",
        "\"id\":\"7\" | \"id\":\"07\"",
        "\"id\":\"7\" | \"id\":\"7.0\"",
        "\"id\":\"9223372036854775807\" | \"id\":\"9223372036854775808\"",
        "\"id\":\"7\" | \"id\":\"\"",
        "\"id\":\"7\" | \"id\":\"7 8\"",
        "\"big\":\"12345678901234567890\" | \"big\":\"0x10\"",
        "\"real\":\"0.5\" | \"real\":\"NaN\"",
        "\"real\":\"0.5\" | \"real\":\"0.1234567890123456789\"",
      })
  void aNumberThatIsDeclaredAsTextIsTextInOneSpelling(String kept, String lost) throws Exception {
    assertThat(read("text", "{\"plain\":\"1\"," + kept + "}")).isNotNull();

    assertThatExceptionOfType(MalformedJsonException.class)
        .isThrownBy(() -> read("text", "{\"plain\":\"1\"," + lost + "}"));
  }
}
