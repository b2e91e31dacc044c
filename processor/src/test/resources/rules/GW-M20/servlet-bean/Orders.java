// clean
package orders;

import dev.gatewright.Secured;
import jakarta.servlet.http.HttpServlet;

@Secured
class Orders extends HttpServlet {
  @Override
  protected void doGet(Object request) {}
}
