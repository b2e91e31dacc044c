package dev.gatewright.spring.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateTimeDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** A deserializer of the application's reads as it does, of whatever type and however written. */
class StrictJsonDeserializersTest {
  private final StrictJson json =
      StrictJson.ofApplication(
          List.of(), JsonMapper.builder().addModule(new ApplicationModule()).build());

  /** Says how types are read that Jackson knows, too. */
  private static final class ApplicationModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ApplicationModule() {
      super("application");
      addDeserializer(
          LocalDate.class, new LocalDateDeserializer(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
      addDeserializer(
          LocalDateTime.class,
          new LocalDateTimeDeserializer(DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")));
      addDeserializer(
          BigDecimal.class,
          of(parser -> new BigDecimal(parser.getValueAsString().trim().replace(',', '.'))));
      addDeserializer(Instant.class, of(parser -> Instant.ofEpochSecond(parser.getLongValue())));
      addDeserializer(YearMonth.class, of(parser -> YearMonth.parse(parser.getString().trim())));
      addDeserializer(BigInteger.class, of(parser -> new BigInteger(parser.getString())));
      addDeserializer(Month.class, of(parser -> Month.of(parser.getIntValue())));
      addDeserializer(
          UUID.class,
          of(
              parser ->
                  UUID.fromString(
                      parser
                          .getString()
                          .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"))));
      addDeserializer(
          TimeUnit.class, of(parser -> parser.getIntValue() == 6 ? TimeUnit.DAYS : TimeUnit.HOURS));
      addDeserializer(
          Set.class, of(parser -> new TreeSet<>(List.of(parser.getString().split(" ", -1)))));
      addDeserializer(
          byte[].class, of(parser -> parser.getString().getBytes(StandardCharsets.UTF_8)));
      addDeserializer(Integer.class, new StandardInteger());
      addKeyDeserializer(
          Integer.class,
          new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
              return Integer.valueOf(key.substring(1));
            }
          });
    }
  }

  private interface Reading<T> {
    T read(JsonParser parser);
  }

  /** One that does not say what it is for. */
  private static <T> ValueDeserializer<T> of(Reading<T> reading) {
    return new ValueDeserializer<>() {
      @Override
      public T deserialize(JsonParser parser, DeserializationContext context) {
        return reading.read(parser);
      }
    };
  }

  private static final class StandardInteger extends StdDeserializer<Integer> {
    StandardInteger() {
      super(Integer.class);
    }

    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context) {
      return Integer.decode(parser.getString());
    }
  }

  /** Types that need their parameters. */
  @SuppressWarnings({"unused", "ArrayRecordComponent"}) // Only their types are looked at.
  private record Types(
      LocalDate date,
      LocalDateTime time,
      BigDecimal decimal,
      Instant instant,
      YearMonth month,
      BigInteger big,
      Month calendarMonth,
      UUID uuid,
      TimeUnit unit,
      Set<String> set,
      byte[] bytes,
      Integer integer,
      List<Integer> integers,
      List<LocalDate> dates,
      Map<Integer, Integer> map,
      OwnTime ownTime) {}

  /** A time of the application's own, which is an object in JSON. */
  public record OwnTime(int hours, int minutes) implements java.time.temporal.TemporalAccessor {
    @Override
    public boolean isSupported(java.time.temporal.TemporalField field) {
      return false;
    }

    @Override
    public long getLong(java.time.temporal.TemporalField field) {
      return 0;
    }
  }

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
        "date | \"29.02.2024\" | 2024-02-29",
        "time | \"29/02/2024 10:30\" | 2024-02-29T10:30",
        "decimal | \"1,50\" | 1.50",
        "decimal | 1.50 | 1.50",
        "instant | 1 | 1970-01-01T00:00:01Z",
        "month | \" 2024-02 \" | 2024-02",
        "big | \"7\" | 7",
        "calendarMonth | 5 | MAY",
        "uuid | \"123e4567e89b42d3a456426614174000\" | 123e4567-e89b-42d3-a456-426614174000",
        "unit | 6 | DAYS",
        "set | \"b a a\" | [a, b]",
        "integer | \"0x10\" | 16",
        "integers | [\"0x10\"] | [16]",
        "dates | [\"29.02.2024\"] | [2024-02-29]",
        "map | {\"#1\":\"0x10\"} | {1=16}",
        "ownTime | {\"hours\":10,\"minutes\":30} | OwnTime[hours=10, minutes=30]",
      })
  void aDeserializerOfTheApplicationsReadsAsItDoes(String type, String text, String read)
      throws Exception {
    assertThat(read(type, text)).hasToString(read);
  }

  @Test
  void bytesAreReadAsTheApplicationSays() throws Exception {
    assertThat((byte[]) read("bytes", "\"a!\"")).containsExactly('a', '!');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "date | \"2024-02-29\"",
        "date | 0.1234567890123456789",
        "instant | -0",
        "ownTime | {\"hours\":10,\"minutes\":30,\"seconds\":0}",
        "ownTime | {\"hours\":\"10\",\"minutes\":30}",
      })
  void whatItDoesNotReadIsMalformed(String type, String text) {
    assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> read(type, text));
  }
}
