// clean
package orders;

import dev.gatewright.Secured;
import org.springframework.data.repository.Repository;

interface Open extends Repository<String, Long> {
  String findByName(String name);
}

@Secured
class Orders implements Open {
  @Override
  public String findByName(String name) {
    return name;
  }
}
