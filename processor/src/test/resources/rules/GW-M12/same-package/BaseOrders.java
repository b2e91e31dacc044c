package orders;

class BaseOrders {
  void cancel(String order) {}
}
