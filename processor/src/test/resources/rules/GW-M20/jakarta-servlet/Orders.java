package orders;

import dev.gatewright.Secured;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;

@WebServlet
// expect 1: [GW-M20] @Secured cannot guard WebServletBean: the servlet container reaches it by @WebServlet, and Gatewright has no module that guards what comes in that way. Fix: remove that annotation and make the class a bean.
@Secured
class WebServletBean {
  void call() {}
}

@WebFilter
// expect 1: [GW-M20] @Secured cannot guard WebFilterBean: the servlet container reaches it by @WebFilter, and Gatewright has no module that guards what comes in that way. Fix: annotate the endpoints behind it.
@Secured
class WebFilterBean {
  void call() {}
}

@WebListener
// expect 1: [GW-M20] @Secured cannot guard WebListenerBean: the servlet container reaches it by @WebListener, and Gatewright has no module that guards what comes in that way. Fix: move it to a class without Gatewright's annotations.
@Secured
class WebListenerBean {
  void call() {}
}
