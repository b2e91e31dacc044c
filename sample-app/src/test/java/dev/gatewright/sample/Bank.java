package dev.gatewright.sample;

import dev.gatewright.sample.login.OneTimeCode;
import dev.gatewright.sample.shared.MovableClock;
import dev.gatewright.sample.shared.Person;
import dev.gatewright.sample.shared.Requests;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Calls the bank as its clients do: over HTTP, and nothing else. */
@Component
@Lazy
public class Bank extends Requests {
  private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

  private final MovableClock clock;

  Bank(Environment environment, MovableClock clock) {
    super("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    this.clock = clock;
  }

  /** Logs in from this address. */
  public HttpResponse<String> logInFrom(
      String address, String username, String password, String oneTimeCode) {
    String code = oneTimeCode.isEmpty() ? "" : ",\"oneTimeCode\":\"" + oneTimeCode + "\"";
    return postFrom(
        address,
        "/login",
        "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"" + code + "}");
  }

  /** The headers of somebody who logged in with a password. */
  public String[] loggedIn(Person person) {
    return authorization(logInFrom(newAddress(), person.username(), person.password(), ""));
  }

  /** The headers of somebody who logged in with a password and a one-time code. */
  public String[] loggedInWithCode(Person person) {
    return authorization(
        logInFrom(newAddress(), person.username(), person.password(), codeOf(person)));
  }

  /** What somebody's authenticator app shows. */
  public String codeOf(Person person) {
    return OneTimeCode.at(OneTimeCode.step(clock.instant()), person.oneTimeCodeSecret());
  }

  /** The token of the answer to a log-in. */
  public static String tokenIn(HttpResponse<String> answer) {
    Matcher token = TOKEN.matcher(answer.body());
    if (!token.find()) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return token.group(1);
  }

  private static String[] authorization(HttpResponse<String> answer) {
    return new String[] {"Authorization", "Bearer " + tokenIn(answer)};
  }
}
