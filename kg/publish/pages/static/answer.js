// Answers as tables and, where they fit, as bars or a timeline. Everything is made as text, never as markup.
const SHOWN = 1000;
const DRAWN = 40;
const NUMBERS = /#(integer|decimal|double|float|int|long|nonNegativeInteger|positiveInteger)$/;
const DAY = /^\d{4}-\d{2}-\d{2}/;
const SVG = "http://www.w3.org/2000/svg";

/** An IRI with a known prefix, as people write it. */
export function short(iri, prefixes) {
  const found = Object.entries(prefixes)
    .filter(([, space]) => iri.startsWith(space))
    .sort((a, b) => b[1].length - a[1].length)[0];
  return plain(found ? `${found[0]}:${iri.slice(found[1].length)}` : iri);
}

/** Where the page of a thing lies on this server; the address itself for things of others. */
export function address(iri, base, language) {
  const path = iri.startsWith(base) ? iri.slice(base.length) : "";
  if (/^(id|graph)\//.test(path)) return `/${path.split("/").map((part) => encodeURIComponent(plain(part))).join("/")}?lang=${language}`;
  if (path) return `/describe?iri=${encodeURIComponent(iri)}&lang=${language}`;
  return /^https?:\/\//.test(iri) ? iri : null;
}

export function table(result, known) {
  const found = make("table");
  const head = found.createTHead().insertRow();
  for (const name of result.head.vars) head.append(make("th", name, { scope: "col" }));
  const body = found.createTBody();
  for (const row of result.results.bindings.slice(0, SHOWN)) {
    const line = body.insertRow();
    for (const name of result.head.vars) {
      const cell = line.insertCell();
      cell.dataset.head = name;
      if (!row[name]) continue;
      cell.append(value(row[name], known));
      // figures and days are read whole
      if (row[name].type === "literal" && /^[\d./:~-]+$/.test(row[name].value)) cell.className = "whole";
    }
  }
  return found;
}

export const cutAt = (result) => (result.results.bindings.length > SHOWN ? SHOWN : 0);

function value(term, known) {
  const text = make("bdi", term.type === "uri" ? short(term.value, known.prefixes) : term.value);
  const href = term.type === "uri" ? address(term.value, known.base, known.language) : null;
  if (!href) return text;
  const link = make("a", "", { href, rel: "noreferrer" });
  link.append(text);
  return link;
}

/** A drawing of an answer, or nothing where none fits. */
export function chart(result, label) {
  const rows = result.results.bindings.slice(0, DRAWN);
  if (rows.length < 2) return null;
  const names = result.head.vars;
  const all = (test) => names.filter((name) => rows.every((row) => row[name] && test(row[name])));
  const days = all((term) => DAY.test(term.value) && term.type === "literal");
  const numbers = all((term) => NUMBERS.test(term.datatype ?? ""));
  const called = names.filter((name) => !days.includes(name) && !numbers.includes(name));
  const title = called.find((name) => rows.every((row) => row[name]?.type === "literal")) ?? called.find((name) => rows.some((row) => row[name]));
  if (!title) return null;
  const text = (row) => row[title]?.value ?? "";
  if (days.length === 2) return drawn(rows, text, spans(rows, days), label);
  return numbers.length === 1 && days.length === 0 ? drawn(rows, text, bars(rows, numbers[0]), label) : null;
}

function bars(rows, name) {
  const found = rows.map((row) => Number(row[name].value));
  const most = Math.max(...found, 0);
  const least = Math.min(...found, 0);
  const at = (number) => (most === least ? 0 : (number - least) / (most - least));
  return found.map((number) => [at(Math.min(0, number)), at(Math.max(0, number)), String(number)]);
}

function spans(rows, names) {
  const found = rows.map((row) => names.map((name) => Date.parse(row[name].value.slice(0, 10))).sort((a, b) => a - b));
  const first = Math.min(...found.map((one) => one[0]));
  const last = Math.max(...found.map((one) => one[1]));
  const at = (day) => (last === first ? 0 : (day - first) / (last - first));
  return found.map((one, place) => [at(one[0]), at(one[1]), names.map((name) => rows[place][name].value.slice(0, 10)).join(" – ")]);
}

function drawn(rows, text, parts, label) {
  const height = rows.length * 24 + 8;
  const svg = draw("svg", { viewBox: `0 0 1000 ${height}`, role: "img", "aria-label": label });
  parts.forEach(([from, to, told], place) => {
    const y = place * 24 + 4;
    const name = text(rows[place]);
    const row = draw("g", {});
    row.append(draw("title", {}, `${name}: ${told}`), draw("text", { class: "label", x: 300, y: y + 15 }, name.length > 21 ? `${name.slice(0, 20)}…` : name));
    const [x, width] = [310 + from * 500, Math.max(2, (to - from) * 500)];
    row.append(draw("rect", { class: "sure", x, y: y + 3, width, height: 14 }), draw("text", { x: x + width + 8, y: y + 15 }, told));
    svg.append(row);
  });
  const figure = make("figure", "", { class: "timeline" });
  const scroll = make("div", "", { class: "scroll", tabindex: "0", role: "group", "aria-label": label });
  scroll.append(svg);
  figure.append(scroll);
  return figure;
}

export function make(name, text = "", attributes = {}) {
  const found = document.createElement(name);
  if (text) found.textContent = text;
  for (const [key, given] of Object.entries(attributes)) found.setAttribute(key, given);
  return found;
}

function draw(name, attributes, text = "") {
  const found = document.createElementNS(SVG, name);
  if (text) found.textContent = text;
  for (const [key, given] of Object.entries(attributes)) found.setAttribute(key, String(given));
  return found;
}

function plain(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
