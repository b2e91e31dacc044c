package dev.gatewright.golden;

import dev.gatewright.RateLimited;
import dev.gatewright.Secured;
import java.util.List;

@Secured
public class Search {
  public List<String> find() {
    return List.of();
  }

  @RateLimited(permits = 10, per = "1s")
  public List<String> find(String text) {
    return List.of(text);
  }

  @RateLimited(permits = 5, per = "1s")
  public List<String> find(Object text) {
    return List.of(text.toString());
  }

  public List<String> find(int number) {
    return List.of(Integer.toString(number));
  }

  public List<String> find_2(int[] numbers, String[][] names) {
    return List.of();
  }
}
