// Who held a post when: what is certain, what is possible, and where nothing is known. No end never means that it lasts.

KG.stateOf = (link) => (KG.day !== null && link.lens === "posts" ? link.now : link.state);
KG.stateWord = function (link) {
  if (link.lens !== "posts") return KG.say(KG.statesOf(link.lens)[link.state]);
  return KG.say(KG.day === null ? KG.states[link.state] : KG.dayStates[link.now]);
};

// The years of a scale that all bars of a list share; beyond them there is room for what has no bound.
KG.scale = function (tenures) {
  const days = tenures.flatMap((tenure) => tenure.bounds).filter(Boolean).sort();
  if (!days.length) return null;
  const [first, last] = [days[0], days[days.length - 1]].map((day) => Number(day.slice(0, 4)));
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => (last + 1 - first) / years <= 4.5) || 1000;
  const years = [];
  for (let year = Math.floor(first / step) * step; years.length < 2 || years[years.length - 1] <= last; year += step) years.push(year);
  const [from, to] = [years[0], years[years.length - 1]];
  const at = (year) => 12 + (76 * (year - from)) / (to - from);
  const share = (day) => (Date.parse(day) - Date.parse(day.slice(0, 4) + "-01-01")) / 31622400000;
  return { years, at, of: (day) => at(Number(day.slice(0, 4)) + share(day)) };
};

// A stretch of the bar, in hundredths of its length; one without an end is a mark.
KG.piece = function (kind, from, to) {
  const piece = KG.el("span", { class: "piece " + kind });
  piece.style.left = from.toFixed(2) + "%";
  if (to !== undefined) piece.style.width = (to - from).toFixed(2) + "%";
  return piece;
};

KG.years = (scale) => KG.el("div", { class: "years", "aria-hidden": "true" },
  ...scale.years.map((year) => {
    const mark = KG.piece("year", scale.at(year));
    mark.textContent = year;
    return mark;
  }));

// The parts of a bar as [kind, from, to] in hundredths: solid between the inner bounds, hatched out to the outer ones,
// fading where there is none. Bounds that meet in one day leave a mark for it; where they cross, no day is certain.
KG.stretches = function (tenure, scale) {
  const [startEarliest, startLatest, endEarliest, endLatest] = tenure.bounds.map((day) => (day ? scale.of(day) : null));
  const known = [startLatest, endEarliest].filter((place) => place !== null);
  const before = known.length ? Math.min(...known) : endLatest;
  const after = known.length ? Math.max(...known) : startEarliest;
  const found = [];
  if (before === null && after === null) found.push(["maybe no-start no-end", 0, 100]);
  if (before !== null) found.push(["maybe" + (startEarliest === null ? " no-start" : ""), startEarliest ?? 0, before]);
  if (after !== null && (known.length || before === null)) found.push(["maybe" + (endLatest === null ? " no-end" : ""), after, endLatest ?? 100]);
  if (known.length === 2) found.push([startLatest > endEarliest ? "maybe" : startLatest === endEarliest ? "moment" : "sure", before, after]);
  return found;
};

KG.bar = function (tenure, scale) {
  const pieces = KG.stretches(tenure, scale).map(([kind, from, to]) => (kind === "moment" ? KG.piece(kind, from) : KG.piece(kind, from, to)));
  const bar = KG.el("span", { class: "bar-of-time", "aria-hidden": "true" }, ...pieces);
  const day = KG.day === null || !scale.years.length ? null : scale.of(KG.day);
  if (day !== null && day >= 0 && day <= 100) bar.append(KG.piece("day", day));
  return bar;
};

KG.barKey = () => KG.el("p", { class: "bar-key" }, ...[["sure", "sure"], ["maybe", "maybe"], ["maybe no-end", "unknown"]].map(([kind, word]) =>
  KG.el("span", {}, KG.el("span", { class: "piece " + kind, "aria-hidden": "true" }), KG.word(word))));

KG.between = function (earliest, latest) {
  if (earliest && latest) return earliest === latest ? earliest : KG.english ? `between ${earliest} and ${latest}` : `${earliest}至${latest}之间`;
  if (earliest) return KG.english ? `on ${earliest} or later` : `${earliest}或以后`;
  return latest ? (KG.english ? `on ${latest} or earlier` : `${latest}或以前`) : KG.word("dayUnknown");
};

// The act that began or ended a tenure, with its date as far as it is known.
KG.actWords = function (facts, earliest, latest) {
  const fact = KG.data.facts[facts.find((number) => KG.data.facts[number].date) ?? facts[0]];
  const whole = earliest && earliest === latest ? earliest : null;
  return KG.say(KG.event(fact.event)) + " " + (whole || fact.date || KG.between(earliest, latest));
};

KG.startWords = function ({ opened, bounds: [earliest, latest, , endLatest] }) {
  if (opened) return KG.actWords(opened, earliest, latest);
  // Known from its end alone.
  if (!earliest && (!latest || latest === endLatest)) return KG.word("startUnknown");
  if (!earliest) return KG.fill("inOfficeBy", latest);
  return KG.fill("began", KG.between(earliest, latest));
};

KG.endWords = function ({ closed, bounds: [, latest, earliest, endLatest] }) {
  if (closed) return KG.actWords(closed, earliest, endLatest);
  if (endLatest) return earliest ? KG.fill("ended", KG.between(earliest, endLatest)) : KG.fill("leftBy", endLatest);
  return earliest && (!latest || earliest > latest) ? KG.fill("lastSeen", earliest) : KG.word("endUnknown");
};

KG.fill = (word, text) => KG.word(word).replace("{}", () => text);

// That a bound is not printed but inferred, and from what.
KG.inferred = (rules) => (rules || []).map((rule) =>
  KG.el("span", { class: "derived" }, KG.say(KG.rules[rule] || KG.rules.other)));

// One holding: who or where, a bar, the dates in words, and behind them the passages that say so.
KG.tenureRow = function (tenure, about, scale) {
  const [person, body] = [tenure.person, tenure.body].map((end) => (end === undefined ? null : KG.data.nodes[end]));
  const ends = [person, body].filter((node) => node && node !== about).map((node) => KG.linkTo(node, node.label));
  const now = KG.day === null ? null : KG.onDay(tenure, KG.day, KG.until);
  const rows = KG.el("div", {});
  const details = KG.el("details", {},
    KG.el("summary", {},
      scale ? KG.bar(tenure, scale) : null,
      KG.el("span", { class: "times" },
        KG.el("span", {}, KG.startWords(tenure)), ...KG.inferred(tenure.startFrom),
        KG.el("span", { class: "then", "aria-hidden": "true" }, "→"),
        KG.el("span", {}, KG.endWords(tenure)), ...KG.inferred(tenure.endFrom))),
    rows);
  details.addEventListener("toggle", () => {
    if (details.open && !rows.children.length) rows.append(...KG.evidence(tenure, about));
  });
  return KG.el("li", { class: "tenure" + (now ? " " + now : "") },
    KG.el("p", { class: "head" }, ...ends, tenure.title ? KG.el("strong", {}, tenure.title) : null,
      ...(tenure.qualifiers || []).map((word) => KG.el("span", { class: "qualifier" }, word)),
      now ? KG.el("span", { class: "now " + now }, now === "out" ? KG.word("notThen") : KG.say(KG.dayStates[now])) : null),
    details);
};

// The facts that tell a tenure, and those of others that a bound was inferred from.
KG.evidence = function ({ opened = [], attested = [], closed = [], sources = [] }, about) {
  const list = (numbers) => KG.el("ol", { class: "facts" },
    ...[...new Set(numbers)].sort((one, other) => one - other).map((number) => KG.factRow(KG.data.facts[number], about)));
  const told = list([...opened, ...attested, ...closed]);
  return sources.length ? [told, KG.el("h4", {}, KG.word("sources")), list(sources)] : [told];
};

KG.tenureSection = function (word, tenures, about) {
  if (!tenures.length) return null;
  const scale = KG.scale(tenures);
  return KG.section(word, tenures.length, ...(scale ? [KG.barKey(), KG.years(scale)] : []),
    KG.growing("tenures", tenures, 12, (tenure) => KG.tenureRow(tenure, about, scale)));
};

// The holders of a body's posts, post by post: those with few holders first, and one holder after the other.
KG.byPost = function (tenures) {
  const posts = new Map();
  tenures.forEach((tenure) => posts.set(tenure.title, [...(posts.get(tenure.title) || []), tenure]));
  return [...posts.values()].sort((one, other) => one.length - other.length).flat();
};
