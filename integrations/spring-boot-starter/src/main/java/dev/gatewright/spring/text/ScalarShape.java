package dev.gatewright.spring.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The texts that a type of a single value is read from: one spelling, as JSON has it. */
public enum ScalarShape {
  /** As JSON writes integers, RFC 8259, section 6, but for a zero with a sign. */
  INTEGER {
    @Override
    public boolean matches(String text) {
      return text.length() <= MAX_NUMBER_LENGTH
          && integerEnd(text) == text.length()
          && !text.equals("-0");
    }
  },
  /** As JSON writes numbers, no larger than a double, and but for a zero with a sign. */
  DECIMAL {
    @Override
    public boolean matches(String text) {
      if (!isDecimal(text)) {
        return false;
      }
      BigDecimal decimal = new BigDecimal(text);
      return isBounded(decimal) && !(decimal.signum() == 0 && text.startsWith("-"));
    }
  },
  /** Neither infinite nor of more digits than are kept. */
  FLOAT {
    @Override
    public boolean matches(String text) {
      return DECIMAL.matches(text) && isKept(new BigDecimal(text), Float.parseFloat(text));
    }
  },
  /** Likewise. */
  DOUBLE {
    @Override
    public boolean matches(String text) {
      return DECIMAL.matches(text) && isKept(new BigDecimal(text), Double.parseDouble(text));
    }
  },
  BOOLEAN {
    @Override
    public boolean matches(String text) {
      return text.equals("true") || text.equals("false");
    }
  },
  /** All 36 characters, RFC 9562, section 4. */
  UUID {
    private static final int LENGTH = 36;

    @Override
    public boolean matches(String text) {
      if (text.length() != LENGTH) {
        return false;
      }
      for (int i = 0; i < LENGTH; i++) {
        boolean isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
        char next = text.charAt(i);
        if (isHyphen ? next != '-' : !isHexadecimal(next)) {
          return false;
        }
      }
      return true;
    }
  },
  /** Nothing that reading it would take away. */
  TRIMMED {
    @Override
    public boolean matches(String text) {
      return isTrimmed(text);
    }
  },
  /** Trimmed, and with digits as ISO 8601 has them. */
  TIME {
    @Override
    public boolean matches(String text) {
      for (int i = 0; i < text.length(); i++) {
        char next = text.charAt(i);
        if (Character.isDigit(next) && !isDigit(next)) {
          return false;
        }
      }
      return isTrimmed(text);
    }
  },
  /** As an annotation of the application's says; trimmed, and with ASCII digits. */
  FORMATTED {
    @Override
    public boolean matches(String text) {
      return TIME.matches(text);
    }
  };

  private static final int MAX_NUMBER_LENGTH = 100;

  /** The decimal exponents that a double has. */
  private static final int MAX_EXPONENT = 308;

  private static final Map<Class<?>, ScalarShape> SHAPES =
      Map.ofEntries(
          Map.entry(byte.class, INTEGER),
          Map.entry(Byte.class, INTEGER),
          Map.entry(short.class, INTEGER),
          Map.entry(Short.class, INTEGER),
          Map.entry(int.class, INTEGER),
          Map.entry(Integer.class, INTEGER),
          Map.entry(long.class, INTEGER),
          Map.entry(Long.class, INTEGER),
          Map.entry(BigInteger.class, INTEGER),
          Map.entry(float.class, FLOAT),
          Map.entry(Float.class, FLOAT),
          Map.entry(double.class, DOUBLE),
          Map.entry(Double.class, DOUBLE),
          Map.entry(BigDecimal.class, DECIMAL),
          Map.entry(Number.class, DECIMAL),
          Map.entry(boolean.class, BOOLEAN),
          Map.entry(Boolean.class, BOOLEAN),
          Map.entry(UUID.class, UUID));

  /** The shape of a type; null where any text may become one. */
  public static @Nullable ScalarShape of(Class<?> type) {
    ScalarShape shape = SHAPES.get(type);
    if (shape != null) {
      return shape;
    }
    if (type.isEnum()) {
      return TRIMMED;
    }
    return isTime(type) ? TIME : null;
  }

  private static boolean isTime(Class<?> type) {
    return TemporalAccessor.class.isAssignableFrom(type)
        || TemporalAmount.class.isAssignableFrom(type)
        || Date.class.isAssignableFrom(type)
        || Calendar.class.isAssignableFrom(type)
        || TimeZone.class.isAssignableFrom(type);
  }

  /** Whether a text is of this shape. */
  public abstract boolean matches(String text);

  private static boolean isDecimal(String text) {
    int length = text.length();
    if (length > MAX_NUMBER_LENGTH) {
      return false;
    }
    int position = integerEnd(text);
    if (position < 0) {
      return false;
    }
    if (position < length && text.charAt(position) == '.') {
      position = digitsEnd(text, position + 1);
    }
    if (position > 0
        && position < length
        && (text.charAt(position) == 'e' || text.charAt(position) == 'E')) {
      position++;
      if (position < length && (text.charAt(position) == '+' || text.charAt(position) == '-')) {
        position++;
      }
      int exponent = position;
      position = digitsEnd(text, position);
      // More digits than any exponent that is read.
      return position == length && length - exponent <= 9;
    }
    return position == length;
  }

  private static boolean isBounded(BigDecimal decimal) {
    return Math.abs((long) decimal.precision() - decimal.scale()) <= MAX_EXPONENT
        && Math.abs((long) decimal.scale()) <= MAX_EXPONENT + MAX_NUMBER_LENGTH;
  }

  /**
   * Whether a number is still there when it was read: what was read, written with as many digits,
   * is the same.
   */
  private static boolean isKept(BigDecimal written, double read) {
    return Double.isFinite(read)
        && new BigDecimal(read)
                .round(new MathContext(written.precision(), RoundingMode.HALF_EVEN))
                .compareTo(written)
            == 0;
  }

  /** Where an integer without needless zeros ends; -1 where there is none. */
  private static int integerEnd(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int end = digitsEnd(text, start);
    return end > start + 1 && text.charAt(start) == '0' ? -1 : end;
  }

  /** Where at least one digit ends; -1 where there is none. */
  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end == start ? -1 : end;
  }

  private static boolean isDigit(char next) {
    return next >= '0' && next <= '9';
  }

  private static boolean isHexadecimal(char next) {
    return isDigit(next) || (next >= 'a' && next <= 'f') || (next >= 'A' && next <= 'F');
  }

  private static boolean isTrimmed(String text) {
    return text.isEmpty() || (!isSpace(text.charAt(0)) && !isSpace(text.charAt(text.length() - 1)));
  }

  private static boolean isSpace(char next) {
    return next <= ' ' || Character.isWhitespace(next) || Character.isSpaceChar(next);
  }
}
