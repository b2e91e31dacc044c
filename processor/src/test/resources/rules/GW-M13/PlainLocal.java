// clean
package orders;

class PlainLocal {
  @interface Secured {}

  Object make() {
    @Secured
    class Orders {}
    return new Orders();
  }
}
