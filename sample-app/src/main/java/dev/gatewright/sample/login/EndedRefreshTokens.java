package dev.gatewright.sample.login;

import dev.gatewright.issuing.refresh.RefreshTokens;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes refresh tokens that have ended, at the start and once an hour. */
@Component
class EndedRefreshTokens {
  private static final Logger LOG = LoggerFactory.getLogger(EndedRefreshTokens.class);

  private final RefreshTokens tokens;

  EndedRefreshTokens(RefreshTokens tokens) {
    this.tokens = tokens;
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void remove() {
    LOG.debug("{} families of refresh tokens had ended", tokens.removeEnded());
  }
}
