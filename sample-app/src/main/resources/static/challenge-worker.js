// Finds the number that solves a challenge, away from the page so that it stays responsive. Its own
// SHA-256, as crypto.subtle answers one hash after the other, later, and is absent over plain HTTP.
"use strict";

const BLOCK = 64;
const HASHES_BETWEEN_REPORTS = 50_000;

/** The fractional parts of the cube roots of the first 64 primes (FIPS 180-4, section 4.2.2). */
const ROUND_CONSTANTS = fractions(64, Math.cbrt);

/** The fractional parts of the square roots of the first 8 primes (FIPS 180-4, section 5.3.3). */
const INITIAL_STATE = fractions(8, Math.sqrt);

const schedule = new Int32Array(64);

function fractions(count, root) {
  const found = [];
  for (let candidate = 2; found.length < count; candidate++) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor++) {
      prime = prime && candidate % divisor !== 0;
    }
    if (prime) {
      found.push((root(candidate) % 1) * 2 ** 32);
    }
  }
  return Int32Array.from(found, (fraction) => Math.floor(fraction) | 0);
}

/** One round of 64 bytes (FIPS 180-4, section 6.2.2); changes the state. */
function compress(state, bytes, offset) {
  for (let i = 0; i < 16; i++) {
    const at = offset + 4 * i;
    schedule[i] =
      (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  }
  for (let i = 16; i < 64; i++) {
    const x = schedule[i - 15];
    const y = schedule[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[i] = (schedule[i - 16] + s0 + schedule[i - 7] + s1) | 0;
  }
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const choice = (e & f) ^ (~e & g);
    const t1 = (h + s1 + choice + ROUND_CONSTANTS[i] + schedule[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + s0 + majority) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

/** How many of the hash's first bits are zero. */
function leadingZeroBits(state) {
  let bits = 0;
  for (const word of state) {
    if (word !== 0) {
      return bits + Math.clz32(word);
    }
    bits += 32;
  }
  return bits;
}

/**
 * Hashes texts that begin alike: what is the same in all of them is hashed once. ASCII only.
 */
class HashOf {
  constructor(prefix) {
    const bytes = Uint8Array.from(prefix, (character) => character.charCodeAt(0));
    const whole = bytes.length - (bytes.length % BLOCK);
    this.prefixLength = bytes.length;
    this.middle = Int32Array.from(INITIAL_STATE);
    for (let offset = 0; offset < whole; offset += BLOCK) {
      compress(this.middle, bytes, offset);
    }
    this.rest = bytes.subarray(whole);
    this.tail = new Uint8Array(2 * BLOCK);
    this.state = new Int32Array(8);
  }

  /** The state after the prefix and this text, which has at most 54 characters. */
  of(text) {
    const tail = this.tail;
    const length = this.rest.length + text.length;
    const end = length + 9 <= BLOCK ? BLOCK : 2 * BLOCK;
    tail.fill(0);
    tail.set(this.rest);
    for (let i = 0; i < text.length; i++) {
      tail[this.rest.length + i] = text.charCodeAt(i);
    }
    tail[length] = 0x80;
    const bits = (this.prefixLength + text.length) * 8;
    for (let i = 1; i <= 4; i++) {
      tail[end - i] = bits >>> (8 * (i - 1));
    }
    this.state.set(this.middle);
    for (let offset = 0; offset < end; offset += BLOCK) {
      compress(this.state, tail, offset);
    }
    return this.state;
  }
}

/** The least number that solves the challenge. */
function solve(challenge, difficulty, report) {
  const hash = new HashOf(challenge + ":");
  for (let counter = 0; ; counter++) {
    if (leadingZeroBits(hash.of(String(counter))) >= difficulty) {
      return counter;
    }
    if ((counter + 1) % HASHES_BETWEEN_REPORTS === 0) {
      report(counter + 1);
    }
  }
}

self.onmessage = ({ data }) => {
  const counter = solve(data.challenge, data.difficulty, (hashes) => self.postMessage({ hashes }));
  self.postMessage({ hashes: counter + 1, answer: data.challenge + "." + counter });
};
