package shop;

public class Desk {
  public String open() {
    return "open";
  }

  public String close() {
    return "close";
  }
}
