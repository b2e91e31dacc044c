package orders;

import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataLoader;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.DgsSubscription;
import dev.gatewright.Secured;

class Fetcher {
  @DgsData
  // expect 3: [GW-M20] @Secured cannot guard Fetcher.dgsData(): DGS reaches it by @DgsData, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void dgsData() {}

  @DgsQuery
  // expect 3: [GW-M20] @Secured cannot guard Fetcher.dgsQuery(): DGS reaches it by @DgsQuery, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void dgsQuery() {}

  @DgsMutation
  // expect 3: [GW-M20] @Secured cannot guard Fetcher.dgsMutation(): DGS reaches it by @DgsMutation, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void dgsMutation() {}

  @DgsSubscription
  // expect 3: [GW-M20] @Secured cannot guard Fetcher.dgsSubscription(): DGS reaches it by @DgsSubscription, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void dgsSubscription() {}

  @DgsEntityFetcher
  // expect 3: [GW-M20] @Secured cannot guard Fetcher.dgsEntityFetcher(): DGS reaches it by @DgsEntityFetcher, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void dgsEntityFetcher() {}

  @DgsDataLoader
  // expect 3: [GW-M20] @Secured cannot guard Fetcher.dgsDataLoader(): DGS reaches it by @DgsDataLoader, and Gatewright has no module that guards what comes in that way. Fix: move what it does to a Spring MVC controller.
  @Secured
  void dgsDataLoader() {}
}
