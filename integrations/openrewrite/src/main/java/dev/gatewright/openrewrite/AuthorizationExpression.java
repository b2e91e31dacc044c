package dev.gatewright.openrewrite;

import dev.gatewright.openrewrite.Requirement.Everybody;
import dev.gatewright.openrewrite.Requirement.Inexpressible;
import dev.gatewright.openrewrite.Requirement.Nobody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the expressions of {@code @PreAuthorize} that ask for roles and authorities only: calls of
 * {@code hasRole}, {@code hasAuthority} and their like with literals, {@code and}, {@code or} and
 * parentheses, with SpEL's precedence. Whatever else is in an expression makes all of it
 * inexpressible. An expression has at most 2,000 characters and 16 levels.
 */
final class AuthorizationExpression {
  private static final int MOST_CHARACTERS = 2_000;
  private static final int MOST_LEVELS = 16;

  /** SpEL's tokens as far as this grammar has them; a literal has no quote inside. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "[ \\t\\r"
              + "\\n"
              + "]*(?:(?<word>[A-Za-z]+)|'(?<single>[^'\"]*)'(?!')|\"(?<double>[^'\"]*)\"(?!\")"
              + "|(?<sign>&&|\\|\\||[(),]))");

  private static final Pattern AROUND = Pattern.compile("\\A[ \\t\\r\\n]+|[ \\t\\r\\n]+\\z");
  private static final Pattern OBJECT = Pattern.compile("#\\w|returnObject|filterObject|@\\w");
  private static final Pattern IDENTITY = Pattern.compile("principal|authentication");

  /** A token: a word, a sign, or a literal, which begins with a quote. */
  private final List<String> tokens;

  private final Authorities authorities;
  private int next;

  private AuthorizationExpression(List<String> tokens, Authorities authorities) {
    this.tokens = tokens;
    this.authorities = authorities;
  }

  /** What an expression demands. */
  static Requirement parse(String text, Authorities authorities) {
    List<String> tokens = tokens(text);
    if (tokens == null) {
      return outside(text);
    }
    AuthorizationExpression expression = new AuthorizationExpression(tokens, authorities);
    Requirement requirement = expression.alternatives(0);
    return requirement == null || expression.next < tokens.size() ? outside(text) : requirement;
  }

  /** Null where something is no token. */
  private static @Nullable List<String> tokens(String text) {
    String trimmed = AROUND.matcher(text).replaceAll("");
    if (trimmed.isEmpty() || text.length() > MOST_CHARACTERS) {
      return null;
    }
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(trimmed);
    int end = 0;
    while (end < trimmed.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        return null;
      }
      tokens.add(token(matcher));
      end = matcher.end();
    }
    return tokens;
  }

  private static String token(Matcher matcher) {
    String single = matcher.group("single");
    String literal = single == null ? matcher.group("double") : single;
    if (literal != null) {
      return "'" + literal;
    }
    String word = matcher.group("word");
    return word == null ? matcher.group("sign") : word;
  }

  private static Requirement outside(String text) {
    if (OBJECT.matcher(text).find()) {
      return new Inexpressible(
          "it asks about arguments, objects or beans: write an object policy"
              + " (docs/object-policies.md)");
    }
    if (IDENTITY.matcher(text).find()) {
      return new Inexpressible(
          "it asks about properties of the caller: write an object policy"
              + " (docs/object-policies.md)");
    }
    return new Inexpressible(
        "it is more than roles and authorities with 'and' and 'or': write @Secured, @Public or an"
            + " object policy (docs/object-policies.md)");
  }

  private @Nullable Requirement alternatives(int level) {
    return level > MOST_LEVELS
        ? null
        : chain("or", "||", Requirement::or, () -> conjunction(level));
  }

  private @Nullable Requirement conjunction(int level) {
    return chain("and", "&&", Requirement::and, () -> primary(level));
  }

  private @Nullable Requirement chain(
      String word, String sign, BinaryOperator<Requirement> join, Part part) {
    Requirement all = part.read();
    while (all != null && (takes(word) || takes(sign))) {
      Requirement another = part.read();
      all = another == null ? null : join.apply(all, another);
    }
    return all;
  }

  private @Nullable Requirement primary(int level) {
    if (takes("(")) {
      Requirement inside = alternatives(level + 1);
      return takes(")") ? inside : null;
    }
    String word = next < tokens.size() ? tokens.get(next++) : "";
    return switch (word) {
      case "permitAll" -> hasNoArguments(true) ? new Everybody() : null;
      case "denyAll" -> hasNoArguments(true) ? new Nobody() : null;
      case "isAuthenticated" -> hasNoArguments(false) ? Requirement.anyCaller() : null;
      case "hasRole" -> call(authorities::role, Requirement::and, 1);
      case "hasAuthority" -> call(authorities::authority, Requirement::and, 1);
      case "hasAnyRole" -> call(authorities::role, Requirement::or, MOST_CHARACTERS);
      case "hasAnyAuthority" -> call(authorities::authority, Requirement::or, MOST_CHARACTERS);
      case "hasAllRoles" -> call(authorities::role, Requirement::and, MOST_CHARACTERS);
      case "hasAllAuthorities" -> call(authorities::authority, Requirement::and, MOST_CHARACTERS);
      default -> null;
    };
  }

  private boolean hasNoArguments(boolean mayBeProperty) {
    return takes("(") ? takes(")") : mayBeProperty;
  }

  private @Nullable Requirement call(
      Function<String, Requirement> meaning, BinaryOperator<Requirement> join, int mostArguments) {
    Requirement all = null;
    int arguments = 0;
    if (!takes("(")) {
      return null;
    }
    do {
      String token = next < tokens.size() ? tokens.get(next++) : "";
      if (!token.startsWith("'") || ++arguments > mostArguments) {
        return null;
      }
      Requirement one = meaning.apply(token.substring(1));
      all = all == null ? one : join.apply(all, one);
    } while (takes(","));
    return takes(")") ? all : null;
  }

  private boolean takes(String token) {
    boolean isNext =
        next < tokens.size()
            && (tokens.get(next).equals(token)
                || (token.length() > 1 && tokens.get(next).equals(token.toUpperCase(Locale.ROOT))));
    if (isNext) {
      next++;
    }
    return isNext;
  }

  @FunctionalInterface
  private interface Part {
    @Nullable Requirement read();
  }
}
