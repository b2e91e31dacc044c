package dev.gatewright.spring.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The form of a JSON value that a type is read from. */
enum TextShape {
  NUMBER {
    @Override
    boolean matches(JsonParser parser) {
      return parser.currentToken().isNumeric();
    }
  },
  INTEGER {
    @Override
    boolean matches(JsonParser parser) {
      return parser.hasToken(JsonToken.VALUE_NUMBER_INT);
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

  boolean isNumeric() {
    return this == NUMBER || this == INTEGER;
  }

  /** Whether a text is a number, which some take for a time since 1970. */
  static boolean isCount(String text) {
    boolean isDate = text.indexOf('-', 1) > 0;
    return !isDate && text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0);
  }
}
