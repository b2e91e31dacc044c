package dev.gatewright.runtime.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewright.runtime.limit.Schedules.Schedule;
import dev.gatewright.runtime.limit.Schedules.Step;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(Schedules.class)
class ReferenceModelTest {

  private record Outstanding(SingleLimits.Call decision, ReferenceLimit.Grant grant) {}

  /** As many keys as a set has slots: nobody loses one. */
  @Property(tries = 700)
  void everyDecisionIsThatOfTheReference(@ForAll Schedule schedule) {
    ManualClock clock = new ManualClock(schedule.clockStart());
    SingleLimits limiter = limiter(clock);
    ReferenceLimit reference = ReferenceLimit.of(schedule.limit());
    List<Outstanding> outstanding = new ArrayList<>();
    for (Step step : schedule.steps()) {
      clock.advance(step.waitNanos());
      long now = clock.getAsLong() - schedule.clockStart();
      if (step.giveBack() < 0) {
        String key = "key " + step.key() % SlotSets.SLOTS_PER_SET;
        SingleLimits.Call decision = limiter.acquire(schedule.limit(), key);
        assertThat(decision.decision()).isEqualTo(reference.acquire(key, now));
        if (decision.granted()) {
          outstanding.add(new Outstanding(decision, reference.last()));
        }
      } else {
        giveBack(step, outstanding, limiter, reference, now);
      }
    }
  }

  /** Far more keys than slots: they lose them all the time. */
  @Property(tries = 700)
  void aKeyThatLosesItsSlotNeverGetsMoreThanTheReference(@ForAll Schedule schedule) {
    ManualClock clock = new ManualClock(schedule.clockStart());
    SingleLimits limiter = limiter(clock);
    ReferenceLimit reference = ReferenceLimit.of(schedule.limit());
    List<Outstanding> outstanding = new ArrayList<>();
    for (Step step : schedule.steps()) {
      clock.advance(step.waitNanos());
      long now = clock.getAsLong() - schedule.clockStart();
      if (step.giveBack() < 0) {
        String key = "key " + step.key();
        SingleLimits.Call decision = limiter.acquire(schedule.limit(), key);
        if (decision.granted()) {
          assertThat(reference.wouldGrant(key, now)).as("%s at %d", key, now).isTrue();
          outstanding.add(new Outstanding(decision, reference.grant(key, now)));
        }
        assertThat(decision.remaining()).isBetween(0L, reference.available(key, now));
      } else {
        giveBack(step, outstanding, limiter, reference, now);
      }
    }
  }

  /** The wait that a refusal states is enough, and a nanosecond less is not. */
  @Property(tries = 200)
  void aRefusedCallIsGrantedAfterItsWaitAndNotBefore(@ForAll Schedule schedule) {
    ManualClock clock = new ManualClock(schedule.clockStart());
    SingleLimits limiter = limiter(clock);
    for (Step step : schedule.steps()) {
      clock.advance(step.waitNanos());
      SingleLimits.Call decision = limiter.acquire(schedule.limit(), "key");
      if (!decision.granted()) {
        clock.advance(decision.retryAfterNanos() - 1);
        assertThat(limiter.acquire(schedule.limit(), "key").granted()).isFalse();
        clock.advance(1);
        assertThat(limiter.acquire(schedule.limit(), "key").granted()).isTrue();
      }
    }
  }

  private static void giveBack(
      Step step,
      List<Outstanding> outstanding,
      SingleLimits limiter,
      ReferenceLimit reference,
      long now) {
    if (!outstanding.isEmpty()) {
      Outstanding back = outstanding.remove(step.giveBack() % outstanding.size());
      limiter.giveBack(back.decision(), back.grant().key());
      reference.giveBack(back.grant(), now);
    }
  }

  private static SingleLimits limiter(ManualClock clock) {
    return new SingleLimits(
        InProcessRateLimiter.builder()
            .slotsPerLimit(SlotSets.SLOTS_PER_SET)
            .nanoClock(clock)
            .build());
  }
}
