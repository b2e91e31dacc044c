package shop;

public interface ReturnsApi {
  String take();

  default String count() {
    return "count";
  }
}
