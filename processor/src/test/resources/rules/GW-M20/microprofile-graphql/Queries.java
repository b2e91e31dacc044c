package orders;

import dev.gatewright.Secured;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;

class Queries {
  @Query
  // expect 3: [GW-M20] @Secured cannot guard Queries.query(): MicroProfile GraphQL reaches it by @Query, and has no adapter that would ask a guard. Fix: move what it does to a Spring MVC controller.
  @Secured
  void query() {}

  @Mutation
  // expect 3: [GW-M20] @Secured cannot guard Queries.mutation(): MicroProfile GraphQL reaches it by @Mutation, and has no adapter that would ask a guard. Fix: move what it does to a Spring MVC controller.
  @Secured
  void mutation() {}
}
