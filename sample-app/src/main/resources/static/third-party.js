// A public client in a browser: authorization code with PKCE (RFC 7636), as RFC 9700 wants it.
// The access token stays in a variable: what storage holds, any script of this origin can read.
"use strict";

const AUTHORIZATION_SERVER = "http://localhost:9000";
const BANK = "http://localhost:8080";
const CLIENT_ID = "savings-planner";
const SCOPE = "accounts:read";
const REDIRECT_URI = location.origin + location.pathname;
const PENDING = "savings-planner.pending";

let accessToken = null;
let server = null;

const element = (id) => document.getElementById(id);

function say(text) {
  element("status").textContent = text;
}

function tell(text) {
  const step = document.createElement("li");
  step.textContent = text;
  element("log").append(step);
}

function base64Url(bytes) {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function random() {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challengeOf(verifier) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return base64Url(new Uint8Array(hash));
}

/** Sends the customer to the authorization server. State and verifier stay here. */
async function start() {
  const state = random();
  const verifier = random();
  sessionStorage.setItem(PENDING, JSON.stringify({ state, verifier }));
  const request = new URLSearchParams({
    response_type: "code",
    client_id: CLIENT_ID,
    redirect_uri: REDIRECT_URI,
    scope: SCOPE,
    state,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: "S256",
  });
  location.assign(server.authorization_endpoint + "?" + request);
}

/** Takes the customer back. Each state is good for one answer. */
async function finish(answer) {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
  sessionStorage.removeItem(PENDING);
  if (pending === null || answer.get("state") !== pending.state) {
    say("This page did not ask for the answer that you were sent here with.");
    return;
  }
  if (answer.has("error")) {
    say("The authorization server refused: " + answer.get("error"));
    return;
  }
  tell("The authorization server sent you back with a code, and with the state that this page had made up.");
  const token = await post(server.token_endpoint, {
    grant_type: "authorization_code",
    client_id: CLIENT_ID,
    redirect_uri: REDIRECT_URI,
    code: answer.get("code"),
    code_verifier: pending.verifier,
  });
  if (!token.ok) {
    say("The authorization server did not accept the code: " + token.status);
    return;
  }
  const issued = await token.json();
  accessToken = issued.access_token;
  tell(
    "The code and its verifier were exchanged for an access token of " +
      issued.expires_in + " seconds, for " + issued.scope + "."
  );
  show(accessToken);
  await ask();
}

function post(url, fields) {
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), credentials: "omit" });
}

function show(token) {
  const parts = token.split(".").slice(0, 2).map((part) => {
    const bytes = Uint8Array.from(
      atob(part.replaceAll("-", "+").replaceAll("_", "/")),
      (character) => character.charCodeAt(0)
    );
    return JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)), null, 2);
  });
  element("token").textContent = parts.join("\n");
}

/** Calls the bank's endpoint for third parties. */
async function ask() {
  const answer = await fetch("/third-party/accounts", {
    headers: { Authorization: "Bearer " + accessToken },
    credentials: "omit",
  });
  tell("GET /third-party/accounts at the bank with the token: " + answer.status + ".");
  element("start").hidden = answer.ok;
  element("ask").hidden = false;
  element("revoke").hidden = !answer.ok;
  element("result").hidden = !answer.ok;
  if (!answer.ok) {
    say("The bank refused: " + answer.status);
    return;
  }
  const rows = (await answer.json()).map((account) => {
    const row = document.createElement("tr");
    for (const text of [account.id, account.balance.toFixed(2) + " €"]) {
      const cell = document.createElement("td");
      cell.textContent = text;
      row.append(cell);
    }
    return row;
  });
  element("accounts").replaceChildren(...rows);
  say("Connected.");
}

/** Gives the token back (RFC 7009); asking again shows that it is worth nothing. */
async function revoke() {
  const answer = await post(server.revocation_endpoint, { client_id: CLIENT_ID, token: accessToken });
  tell("POST /oauth2/revoke at the authorization server: " + answer.status + ".");
  say("The token was given back. Ask for the accounts again to see that it is refused.");
  element("revoke").hidden = true;
  element("start").hidden = false;
}

/** Runs the action of a button, and shows its failure. */
function onClick(id, action) {
  element(id).addEventListener("click", () => action().catch((failure) => say(String(failure))));
}

async function load() {
  const answer = new URLSearchParams(location.search);
  // Out of the address bar, the history and every later request at once.
  history.replaceState(null, "", location.pathname);
  if (location.origin !== BANK) {
    say("This client is registered for " + BANK + ": open this page there.");
    return;
  }
  let metadata;
  try {
    metadata = await fetch(AUTHORIZATION_SERVER + "/.well-known/oauth-authorization-server");
  } catch {
    element("absent-section").hidden = false;
    say("The authorization server does not answer.");
    return;
  }
  server = await metadata.json();
  if (server.issuer !== AUTHORIZATION_SERVER) {
    // RFC 8414, section 3.3; also where the answer is a refusal.
    say("There is no authorization server at " + AUTHORIZATION_SERVER + ": " + metadata.status);
    return;
  }
  element("start").disabled = false;
  if (answer.has("code") || answer.has("error")) {
    await finish(answer);
  }
}

onClick("start", start);
onClick("ask", ask);
onClick("revoke", revoke);
load().catch((failure) => say(String(failure)));
