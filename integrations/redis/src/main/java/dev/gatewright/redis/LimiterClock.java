package dev.gatewright.redis;

/** How time passes: here, and in Redis. Thread-safe. */
interface LimiterClock {

  /** Time passes as it does. */
  LimiterClock REAL =
      new LimiterClock() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public String redisMicros() {
          return "";
        }
      };

  /** Nanoseconds from any origin. */
  long nanos();

  /** What scripts are told of the time, in microseconds; empty where Redis itself knows it. */
  String redisMicros();
}
