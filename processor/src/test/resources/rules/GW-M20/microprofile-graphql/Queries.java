package orders;

import dev.gatewright.Secured;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;

class Queries {
  @Query
  // expect 3: [GW-M20] @Secured cannot guard Queries.query(): MicroProfile GraphQL reaches it by @Query, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void query() {}

  @Mutation
  // expect 3: [GW-M20] @Secured cannot guard Queries.mutation(): MicroProfile GraphQL reaches it by @Mutation, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void mutation() {}
}
