package orders;

import dev.gatewright.Secured;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.RepositoryDefinition;

interface Orders extends Repository<String, Long> {
  // expect 3: [GW-M22] @Secured cannot guard Orders: Spring Data itself implements it because of Repository, and does not call the guard. Fix: annotate the controller that calls it.
  @Secured
  String findByName(String name);
}

// expect 1: [GW-M22] @Secured cannot guard Offers: Spring Data itself implements it because of Repository, and does not call the guard. Fix: annotate the controller that calls it.
@Secured
interface Offers extends Repository<String, Long> {
  String findByName(String name);
}

@RepositoryDefinition
// expect 1: [GW-M22] @Secured cannot guard Notes: Spring Data itself implements it because of @RepositoryDefinition, and does not call the guard. Fix: annotate the controller that calls it.
@Secured
interface Notes {
  String findByName(String name);
}

@Secured
interface Reading {
  String read();
}

// expect 1: [GW-M22] @Secured cannot guard Items: Spring Data itself implements it because of Repository, and does not call the guard. Fix: annotate the controller that calls it.
interface Items extends Repository<String, Long>, Reading {}
