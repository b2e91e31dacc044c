// A client of Gatewright's challenges: use fetchSolving(..) instead of fetch(..), and a request that
// is answered with 429 and a challenge is sent again with the solution. Depends on nothing.
"use strict";

/** Harder ones would keep a device busy for minutes: they are left to the caller. */
const MAX_DIFFICULTY = 24;

const MAX_ATTEMPTS = 2;

/** The challenge that a response brings; null where it brings none that can be solved here. */
async function challengeIn(response) {
  const type = response.headers.get("Content-Type") ?? "";
  if (response.status !== 429 || !type.startsWith("application/problem+json")) {
    return null;
  }
  const { challenge } = await response.clone().json();
  const solvable =
    challenge?.type === "proof-of-work" &&
    challenge.algorithm === "SHA-256" &&
    challenge.difficulty <= MAX_DIFFICULTY;
  return solvable ? challenge : null;
}

/** Solves a challenge in a worker, which ends with its time or with the signal. */
function solved(challenge, { signal, onProgress } = {}) {
  return new Promise((resolve, reject) => {
    const worker = new Worker("challenge-worker.js");
    const timer = setTimeout(
      () => end(reject, new DOMException("The challenge has ended.", "TimeoutError")),
      challenge["expires-in"] * 1000,
    );
    const abort = () => end(reject, signal.reason);
    function end(settle, value) {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      worker.terminate();
      settle(value);
    }
    signal?.addEventListener("abort", abort);
    worker.onerror = () => end(reject, new Error("The challenge could not be solved."));
    worker.onmessage = ({ data }) => {
      onProgress?.({ difficulty: challenge.difficulty, hashes: data.hashes });
      if (data.answer !== undefined) {
        end(resolve, data.answer);
      }
    };
    if (signal?.aborted) {
      abort();
      return;
    }
    worker.postMessage(challenge);
  });
}

/**
 * As fetch, but a challenge is solved and the request sent again with the answer; twice at most, as
 * a request that was made meanwhile may have made the first answer too easy. Then the refusal is
 * returned as it is. A body must be one that can be sent again: no stream.
 *
 * @param onProgress is told { difficulty, hashes } while a challenge is being solved
 */
async function fetchSolving(resource, options = {}, onProgress = undefined) {
  let response = await fetch(resource, options);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const challenge = await challengeIn(response);
    if (challenge === null) {
      return response;
    }
    const headers = new Headers(options.headers);
    headers.set("Challenge-Response", await solved(challenge, { signal: options.signal, onProgress }));
    response = await fetch(resource, { ...options, headers });
  }
  return response;
}
