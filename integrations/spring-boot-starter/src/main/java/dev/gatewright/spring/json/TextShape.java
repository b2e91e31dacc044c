package dev.gatewright.spring.json;

import dev.gatewright.spring.text.ScalarShape;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The form of a JSON value that a type is read from. */
enum TextShape {
  NUMBER {
    @Override
    boolean matches(JsonParser parser) {
      return parser.currentToken().isNumeric() && ScalarShape.DECIMAL.matches(parser.getString());
    }
  },
  /** Zero has no sign. */
  INTEGER {
    @Override
    boolean matches(JsonParser parser) {
      return parser.hasToken(JsonToken.VALUE_NUMBER_INT)
          && ScalarShape.INTEGER.matches(parser.getString());
    }
  },
  /** Neither infinite nor of more digits than are kept. */
  FLOAT {
    @Override
    boolean matches(JsonParser parser) {
      return parser.currentToken().isNumeric() && ScalarShape.FLOAT.matches(parser.getString());
    }
  },
  /** Likewise. */
  DOUBLE {
    @Override
    boolean matches(JsonParser parser) {
      return parser.currentToken().isNumeric() && ScalarShape.DOUBLE.matches(parser.getString());
    }
  },
  /** An integer, or what a double is read from. */
  INTEGER_OR_DOUBLE {
    @Override
    boolean matches(JsonParser parser) {
      return INTEGER.matches(parser)
          || (parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT) && DOUBLE.matches(parser));
    }
  },
  TEXT {
    @Override
    boolean matches(JsonParser parser) {
      return parser.hasToken(JsonToken.VALUE_STRING);
    }
  },
  TRIMMED_TEXT {
    @Override
    boolean matches(JsonParser parser) {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return false;
      }
      String text = parser.getString();
      return text.equals(text.strip()) && text.equals(text.trim());
    }
  },
  UUID {
    private static final int LENGTH = 36;

    @Override
    boolean matches(JsonParser parser) {
      return parser.hasToken(JsonToken.VALUE_STRING) && parser.getStringLength() == LENGTH;
    }
  };

  abstract boolean matches(JsonParser parser);

  /** Whether a text is a number, which some take for a time since 1970. */
  static boolean isCount(String text) {
    boolean isDate = text.indexOf('-', 1) > 0;
    return !isDate && text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0);
  }
}
