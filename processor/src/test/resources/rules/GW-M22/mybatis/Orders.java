package orders;

import dev.gatewright.Secured;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface Orders {
  // expect 3: [GW-M22] @Secured cannot guard Orders: MyBatis itself implements it because of @Mapper, and does not call the guard. Fix: annotate the controller that calls it.
  @Secured
  String find(String name);
}
