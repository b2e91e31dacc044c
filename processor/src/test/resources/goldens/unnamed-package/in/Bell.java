import dev.gatewright.Secured;

class Bell {
  @Secured
  void ring() {}
}
