// clean
package orders;

abstract class PlainAbstractClass {
  abstract void list();
}
