// The page to write questions on: it asks, shows, and keeps what was asked in its address.
import { chart, cutAt, make, table } from "./answer.js";
import { complete } from "./terms.js";

const KEPT = 20;
const KEY = "questions";
const ACCEPT = "application/sparql-results+json, text/turtle;q=0.9";
const one = (id) => document.getElementById(id);
const [area, state, error, run, cancel] = ["query", "state", "error", "run", "cancel"].map(one);
const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
let known = { words: {}, prefixes: {}, base: "", terms: [], questions: [] };
let running = null;

const say = (name, ...given) => (known.words[`js_${name}`] ?? "").replace(/\{(\d)\}/g, (_, place) => given[Number(place)]);

async function ask() {
  running?.abort();
  const own = (running = new AbortController());
  const query = area.value;
  remember(query);
  busy(true);
  const started = performance.now();
  try {
    const body = new URLSearchParams({ query });
    const answer = await fetch("/sparql", { method: "POST", body, headers: { Accept: ACCEPT }, signal: own.signal });
    const text = await answer.text();
    if (own !== running) return;
    if (!answer.ok) refuse(text);
    else show(answer, text, query, ((performance.now() - started) / 1000).toFixed(2));
  } catch (reason) {
    if (own === running) refuse(reason.name === "AbortError" ? say("cancelled") : say("failed"));
  } finally {
    if (own === running) busy(false);
  }
}

function busy(now) {
  cancel.hidden = !now;
  run.disabled = now;
  if (!now) return;
  state.textContent = say("running");
  error.hidden = true;
  for (const id of ["downloads", "graph-downloads"]) one(id).hidden = true;
  for (const id of ["chart", "rows"]) one(id).replaceChildren();
}

function refuse(text) {
  state.textContent = "";
  error.hidden = false;
  error.textContent = text.trim();
  const place = /\bat (\d+):(\d+)/.exec(text);
  if (place) point(Number(place[1]), Number(place[2]));
}

/** Put the cursor where the question is not understood. */
function point(line, column) {
  const before = area.value.split("\n").slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const at = Math.min(before + column - 1, area.value.length);
  area.focus();
  area.setSelectionRange(at, Math.min(at + 1, area.value.length));
}

function show(answer, text, query, seconds) {
  const results = answer.headers.get("content-type").includes("json");
  download(one(results ? "downloads" : "graph-downloads"), query);
  const cut = answer.headers.has("x-kg-truncated") ? say("cut") : "";
  if (!results) {
    state.textContent = `${seconds} s${cut}`;
    one("rows").append(make("pre", text));
    return;
  }
  const told = JSON.parse(text);
  if ("boolean" in told) {
    state.textContent = told.boolean ? say("yes") : say("no");
    return;
  }
  const count = told.results.bindings.length;
  state.textContent = count ? say("rows", count.toLocaleString(), seconds) + cut : say("none");
  if (!count) return;
  if (cutAt(told)) state.textContent += ` ${say("shown", cutAt(told))}`;
  const drawing = chart(told, say("chart"));
  if (drawing) one("chart").append(drawing);
  one("rows").append(table(told, { ...known, language }));
}

function download(list, query) {
  list.hidden = false;
  for (const link of list.querySelectorAll("a")) link.href = `/sparql?${new URLSearchParams({ query, format: link.dataset.format })}`;
}

function remember(query) {
  history.replaceState(null, "", `?${new URLSearchParams({ query, lang: language })}`);
  const kept = [query, ...past().filter((text) => text !== query)].slice(0, KEPT);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // a browser may forbid it; the page works without
  }
  list(kept);
}

function past() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
  } catch {
    return [];
  }
}

function list(kept) {
  one("history").replaceChildren(
    ...kept.map((text) => {
      const button = make("button", text.replace(/\s+/g, " ").trim().slice(0, 120), { type: "button" });
      button.addEventListener("click", () => put(text));
      const item = make("li");
      item.append(button);
      return item;
    }),
  );
}

function put(text) {
  area.value = text;
  ask();
}

function fields(question) {
  const about = one("about");
  about.hidden = !question;
  if (!question) return;
  const form = make("form", "", { class: "fields" });
  for (const parameter of question.parameters) {
    const note = `${parameter.name}${parameter.required ? "" : ` (${say("optional")})`}`;
    const label = make("label", note, { class: "field", title: parameter.description });
    label.append(make("input", "", { name: parameter.name, value: question.example[parameter.name] ?? "", type: "text" }));
    form.append(label);
  }
  form.append(make("button", say("fill"), { type: "submit" }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    fill(question, new FormData(form));
  });
  about.replaceChildren(make("p", question.description, { class: "note" }), form);
}

async function fill(question, data) {
  const given = new URLSearchParams([...data].filter(([, text]) => text.trim()));
  try {
    const answer = await fetch(`/fill/${encodeURIComponent(question.name)}?${given}`);
    const text = await answer.text();
    if (answer.ok) put(text);
    else refuse(text);
  } catch {
    refuse(say("failed"));
  }
}

function library() {
  const select = one("library");
  const themes = Map.groupBy ? Map.groupBy(known.questions, (question) => question.theme) : grouped(known.questions);
  for (const [theme, some] of themes) {
    const group = make("optgroup", "", { label: theme });
    group.append(...some.map((question) => make("option", question.title, { value: question.name })));
    select.append(group);
  }
  select.addEventListener("change", () => fields(known.questions.find((question) => question.name === select.value)));
}

function grouped(questions) {
  const found = new Map();
  for (const question of questions) found.set(question.theme, [...(found.get(question.theme) ?? []), question]);
  return found;
}

async function start() {
  one("question").addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      ask();
    }
  });
  cancel.addEventListener("click", () => running?.abort());
  const answer = await fetch(`/query-data?lang=${language}`);
  if (!answer.ok) return refuse(await answer.text());
  known = await answer.json();
  for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;
  one("prefixes").textContent = Object.entries(known.prefixes).map(([name, space]) => `PREFIX ${name}: <${space}>`).join("\n");
  complete(area, one("terms"), known.terms);
  library();
  list(past());
  document.documentElement.dataset.ready = "";
  if (new URLSearchParams(location.search).get("query")) ask();
}

start();
