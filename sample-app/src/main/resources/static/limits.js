// Asks for prices until the limit says no, and beyond.
"use strict";

const element = (id) => document.getElementById(id);

function say(text) {
  element("status").textContent = text;
}

function tell(text) {
  const step = document.createElement("li");
  step.textContent = text;
  element("log").append(step);
}

function row(share, price) {
  const line = document.createElement("tr");
  for (const text of [share, price]) {
    const cell = document.createElement("td");
    cell.textContent = text;
    line.append(cell);
  }
  return line;
}

/** The bar is full at twice the hashes that are needed on average: most challenges take fewer. */
function show({ difficulty, hashes }) {
  const bar = element("progress");
  bar.hidden = false;
  bar.max = 2 ** (difficulty + 1);
  bar.value = hashes;
  say(`Refused. Solving a challenge of ${difficulty} bits: ${hashes.toLocaleString("en")} hashes.`);
}

async function ask() {
  let work = null;
  const start = performance.now();
  const response = await fetchSolving("/prices", {}, (progress) => {
    work = progress;
    show(progress);
  });
  element("progress").hidden = true;
  if (work !== null) {
    const took = Math.round(performance.now() - start);
    tell(`429, and a challenge of ${work.difficulty} bits: ${work.hashes.toLocaleString("en")} hashes, ${took} ms.`);
  }
  tell(`${response.status}, RateLimit: ${response.headers.get("RateLimit") ?? "none"}`);
  if (!response.ok) {
    say(`Refused. Ask again in ${response.headers.get("Retry-After") ?? "some"} seconds.`);
    return false;
  }
  const prices = Object.entries(await response.json());
  element("shares").replaceChildren(...prices.map(([share, price]) => row(share, price.toFixed(2))));
  element("result").hidden = false;
  say("Answered.");
  return true;
}

async function askTimes(times) {
  const buttons = document.querySelectorAll("button");
  buttons.forEach((button) => (button.disabled = true));
  try {
    for (let i = 0; i < times && (await ask()); i++);
  } catch (problem) {
    say(`That did not work: ${problem.message}`);
  } finally {
    element("progress").hidden = true;
    buttons.forEach((button) => (button.disabled = false));
  }
}

element("once").addEventListener("click", () => askTimes(1));
element("often").addEventListener("click", () => askTimes(12));
