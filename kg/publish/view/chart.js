// Tenures as bars on one scale of years: of who is chosen, of the people with most posts, or of all that is drawn.
KG.peopleLimit = 40;
KG.rowLimit = 300;

KG.svg = function (tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// Who held most posts, the first of those who held as many in the order of the page.
KG.busiest = function () {
  const known = KG.data.nodes.filter((node) => node.kind === "person" && node.tenures.some(KG.isHeldInside));
  const posts = (node) => new Set(node.tenures.map((tenure) => `${tenure.body} ${tenure.title}`)).size;
  const ranked = known.map((node) => [posts(node), node]).sort((one, other) => other[0] - one[0] || one[1].index - other[1].index);
  return { all: known.length, people: ranked.slice(0, KG.peopleLimit).map((entry) => entry[1]) };
};

// The tenures to draw, each with the node that its line is about.
KG.chartRows = function () {
  const node = KG.chosen !== null ? KG.data.nodes[KG.chosen] : KG.focus;
  const of = (about) => (about.kind === "body" ? KG.byPost(about.tenures) : about.tenures).map((tenure) => ({ tenure, about }));
  const kept = (found, rest, limit) => {
    const tenures = found.filter((row) => !KG.isTenureOff(row.tenure));
    return { ...rest, tenures: tenures.slice(0, limit), off: found.length - tenures.length };
  };
  if (node && node.tenures.length) return kept(of(node), { people: 1, all: 1, about: node });
  const { all, people } = KG.busiest();
  if (KG.lens === "people") return kept(people.flatMap(of).filter((row) => KG.isHeldInside(row.tenure)), { people: people.length, all, about: null });
  const hubs = KG.within ? [...KG.inside] : KG.view().discs.map((disc) => disc.hub);
  const bodies = hubs.map((hub) => KG.data.nodes[hub]).filter((body) => body.kind === "body");
  return kept(bodies.flatMap(of), { people: bodies.length, all, about: null }, KG.rowLimit);
};

KG.showBars = function () {
  const chart = document.getElementById("chart");
  chart.hidden = !KG.bars;
  chart.classList.toggle("with-switch", KG.lens !== "people");
  document.querySelector(".zoom").hidden = KG.bars;
  if (!KG.bars) return chart.replaceChildren();
  const rows = KG.chartRows();
  const scale = KG.scale(rows.tenures.map((row) => row.tenure));
  chart.replaceChildren(scale ? KG.chart(rows.tenures, scale, chart.clientWidth || 800) : KG.el("p", { class: "sub" }, KG.word("noBars")));
};

KG.rowHigh = 24;

KG.chart = function (rows, scale, wide) {
  const label = Math.min(300, wide * 0.42);
  const width = wide - label - 24;
  const x = (share) => label + (share / 100) * width;
  const high = rows.length * KG.rowHigh + 40;
  const picture = KG.svg("svg", { id: "bars", width: wide, height: high, viewBox: `0 0 ${wide} ${high}`, role: "group", "aria-label": KG.word("chart") });
  picture.append(KG.chartPatterns());
  for (const year of scale.years) {
    const at = x(scale.at(year));
    picture.append(KG.svg("line", { x1: at, x2: at, y1: 22, y2: high, class: "year-line" }), KG.svg("text", { x: at + 3, y: 16, class: "year" }, String(year)));
  }
  KG.chartDays(scale, x).forEach(([from, to]) => picture.append(KG.svg("rect", { x: from, y: 22, width: Math.max(2, to - from), height: high - 22, class: "asked" })));
  rows.forEach((row, at) => picture.append(KG.chartRow(row, at && rows[at - 1], 26 + at * KG.rowHigh, x, scale, label)));
  return picture;
};

KG.chartDays = function (scale, x) {
  if (KG.day === null) return [];
  const [from, to] = [KG.day, KG.until || KG.day].map((day) => Math.max(0, Math.min(100, scale.of(day))));
  return [[x(from), x(to)]];
};

// Hatched is possible, and what fades has no bound that is known.
KG.chartPatterns = function () {
  const stop = (offset, seen) => KG.svg("stop", { offset, "stop-color": "#fff", "stop-opacity": seen });
  const fade = (id, from, to) => KG.svg("linearGradient", { id }, stop(0, from), ...(from === to ? [stop(0.5, 1)] : []), stop(1, to));
  const mask = (id, fill) => KG.svg("mask", { id, maskContentUnits: "objectBoundingBox" }, KG.svg("rect", { width: 1, height: 1, fill }));
  return KG.svg("defs", {},
    KG.svg("pattern", { id: "hatch", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(35)" }, KG.svg("rect", { width: 1.6, height: 5, class: "hatch" })),
    fade("fade-in", 0, 1), fade("fade-out", 1, 0), fade("fade-both", 0, 0), mask("mask-start", "url(#fade-in)"), mask("mask-end", "url(#fade-out)"), mask("mask-both", "url(#fade-both)"));
};

KG.chartRow = function ({ tenure, about }, before, y, x, scale, room) {
  const [person, body] = [tenure.person, tenure.body].map((end) => (end === undefined ? null : KG.data.nodes[end]));
  const other = about.kind === "person" ? body : person;
  const title = tenure.title || "";
  const what = [other ? other.label : "", title].filter(Boolean).join(" ");
  const now = KG.day === null ? "" : KG.onDay(tenure, KG.day, KG.until);
  const first = !before || before.about !== about;
  const said = [about.label, what, KG.startWords(tenure), KG.endWords(tenure), now && KG.say(KG.dayStates[now])].filter(Boolean).join("，");
  const row = KG.svg("g", { class: "bar-row " + now, tabindex: 0, role: "button", "aria-label": said }, KG.svg("title", {}, said));
  const open = () => KG.openTenure(tenure, about);
  row.addEventListener("click", open);
  row.addEventListener("keydown", (event) => [" ", "Enter"].includes(event.key) && (event.preventDefault(), open()));
  if (first && before) row.append(KG.svg("line", { x1: 0, x2: x(100), y1: y - 1, y2: y - 1, class: "year-line" }));
  const alone = KG.chosen === about.index || KG.focus === about;
  const name = alone ? "" : about.label;
  row.append(KG.svg("rect", { x: 0, y, width: x(100), height: KG.rowHigh - 2, class: "ground" }));
  if (name && first) row.append(KG.svg("text", { x: 12, y: y + 15, class: "who" }, KG.clip(name, 8)));
  const from = alone ? 12 : Math.min(130, room * 0.42);
  row.append(KG.svg("text", { x: from, y: y + 15, class: "what" }, KG.fitted(other ? other.label : "", title, Math.max(6, Math.floor((room - from) / 12.5)))));
  KG.stretches(tenure, scale).forEach(([kind, left, right]) => row.append(KG.stretch(kind, x(left), x(right), y)));
  return row;
};

// The title is kept as far as it goes: of a body its beginning tells enough.
KG.fitted = function (name, title, signs) {
  const short = title ? KG.clip(title, signs) : "";
  const left = signs - short.length - 1;
  return [left >= 3 ? KG.clip(name, left) : "", short].filter(Boolean).join(" ");
};

KG.stretch = function (kind, left, right, y) {
  const moment = kind === "moment";
  const shape = { x: moment ? left - 2 : left, y: y + 5, width: moment ? 4 : Math.max(0, right - left), height: KG.rowHigh - 12, class: "stretch " + kind };
  if (kind.startsWith("maybe")) shape.fill = "url(#hatch)";
  if (kind.includes("no-start no-end")) shape.mask = "url(#mask-both)";
  else if (kind.includes("no-start")) shape.mask = "url(#mask-start)";
  else if (kind.includes("no-end")) shape.mask = "url(#mask-end)";
  return KG.svg("rect", shape);
};

// A line opens the relation that it is about; one of no body opens who held it.
KG.openTenure = function (tenure, about) {
  const link = tenure.body === undefined ? null : KG.linkByKey.get(`posts.${tenure.person}-${tenure.body}`);
  if (link) KG.write({ of: null, ...(KG.focus ? KG.focused() : {}), id: about.id, link: link.key });
  else KG.go(KG.data.nodes[tenure.person]);
};

KG.peopleList = function () {
  const row = (person) => KG.el("li", {}, KG.linkTo(person, person.label), KG.el("span", { class: "title" }, String(person.tenures.length)));
  return KG.growing("rows", KG.busiest().people, KG.peopleLimit, row);
};
