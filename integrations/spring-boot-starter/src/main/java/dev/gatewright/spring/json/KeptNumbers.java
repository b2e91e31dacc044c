package dev.gatewright.spring.json;

import dev.gatewright.spring.text.ScalarShape;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JsonParser;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Hands over numbers as they are written or not at all, whoever asks for them: no byte is 200, a
 * double takes no more digits than it has, and zero has no sign.
 */
final class KeptNumbers extends JsonParserDelegate {

  KeptNumbers(JsonParser parser) {
    super(parser);
  }

  @Override
  public byte getByteValue() {
    int value = getIntValue();
    // Jackson would take 255 for -1.
    require(value == (byte) value, byte.class);
    return (byte) value;
  }

  @Override
  public short getShortValue() {
    short value = super.getShortValue();
    requireSign(value, short.class);
    return value;
  }

  @Override
  public int getIntValue() {
    int value = super.getIntValue();
    requireSign(value, int.class);
    return value;
  }

  @Override
  public long getLongValue() {
    long value = super.getLongValue();
    requireSign(value, long.class);
    return value;
  }

  @Override
  public BigInteger getBigIntegerValue() {
    BigInteger value = super.getBigIntegerValue();
    requireSign(value.signum(), BigInteger.class);
    return value;
  }

  @Override
  public BigDecimal getDecimalValue() {
    BigDecimal value = super.getDecimalValue();
    requireSign(value.signum(), BigDecimal.class);
    return value;
  }

  @Override
  public float getFloatValue() {
    require(ScalarShape.FLOAT.matches(getString()), float.class);
    return super.getFloatValue();
  }

  @Override
  public double getDoubleValue() {
    require(ScalarShape.DOUBLE.matches(getString()), double.class);
    return super.getDoubleValue();
  }

  @Override
  public Number getNumberValue() {
    return kept(super.getNumberValue());
  }

  @Override
  public Number getNumberValueExact() {
    return kept(super.getNumberValueExact());
  }

  private Number kept(Number value) {
    ScalarShape shape =
        value instanceof Double
            ? ScalarShape.DOUBLE
            : value instanceof Float ? ScalarShape.FLOAT : ScalarShape.DECIMAL;
    require(shape.matches(getString()), value.getClass());
    return value;
  }

  private void requireSign(long value, Class<?> type) {
    require(value != 0 || !getString().startsWith("-"), type);
  }

  private void require(boolean kept, Class<?> type) {
    if (!kept) {
      throw MismatchedInputException.from(this, type, "a number would not be kept");
    }
  }
}
