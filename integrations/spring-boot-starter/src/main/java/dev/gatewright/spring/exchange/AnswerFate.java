package dev.gatewright.spring.exchange;

/** What becomes of a response at the end of a dispatch. */
enum AnswerFate {
  /** It goes out as it is, or as an error page that is still to come. */
  LEAVES,
  /** It goes out without headers of the application's. */
  LEAVES_BARE,
  /** Its status goes out, and a problem in the place of its body. */
  LEAVES_AS_PROBLEM,
  /** Servlets echo the request, credentials included; that is no method of this application. */
  IS_TRACE,
  /** It does not go out. */
  IS_REFUSED
}
