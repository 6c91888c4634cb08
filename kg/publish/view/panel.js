// The panel beside the drawing. Text from gazettes only ever becomes text, never markup.
KG.el = function (tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
};

KG.linkTo = (node, text) =>
  KG.el("button", { type: "button", class: "goto " + node.kind, onclick: () => KG.go(node) }, text || node.name);

KG.section = (word, count, ...children) =>
  KG.el("section", {}, KG.el("h3", {}, KG.word(word), count ? KG.el("span", { class: "count" }, String(count)) : ""), ...children);

KG.showPanel = function (...children) {
  const panel = document.getElementById("panel");
  const inside = panel.contains(document.activeElement);
  panel.replaceChildren(...children.filter(Boolean));
  panel.scrollTop = 0;
  // Whoever follows links with the keyboard goes on reading here, not at the top of the page.
  if (inside) panel.focus({ preventScroll: true });
};

// Nothing is chosen: the first view in words.
KG.panelOverview = function () {
  const bodies = KG.discs.map((disc) => KG.data.nodes[disc.hub]).filter((body) => KG.links(body).length && !KG.isOff(body))
    .sort((one, other) => KG.links(other).length - KG.links(one).length);
  const rows = bodies.map((body) => KG.el("details", { class: "entry" },
    KG.el("summary", {}, KG.el("span", { class: "dot " + body.group }), KG.el("span", { class: "name" }, body.label),
      KG.el("span", { class: "count" }, String(KG.links(body).length))),
    KG.el("p", { class: "into" }, KG.linkTo(body, body.name)),
    KG.leafList(body, KG.links(body), 12)));
  const [above, question] = { posts: ["bodies", "question"], duties: ["hubs", "questionDuties"], meetings: ["hubsMeetings", "questionMeetings"],
    bodies: ["bodies", "questionBodies"], people: ["hubsPeople", "questionPeople"], projects: ["hubsProjects", "questionProjects"] }[KG.lens];
  if (KG.lens === "people") rows.push(KG.peopleList());
  KG.showPanel(KG.el("p", { class: "eyebrow" }, KG.word(above)),
    KG.el("h2", {}, KG.word(question)),
    KG.el("div", { class: "index" }, ...rows));
};

KG.panelNode = function (node) {
  if (node.kind === "task") return KG.panelTask(node);
  if (node.kind === "meeting") return KG.panelMeeting(node);
  if (node.kind === "sector") return KG.panelSector(node);
  const eyebrow = node.kind === "person" ? KG.word("person") : KG.say(KG.types[node.type] || KG.types.other);
  const posts = [node.kind === "body" ? KG.bodySections(node) : KG.personSections(node), KG.factsSection(node.facts, node)];
  const said = KG.saidSections(node);
  KG.showPanel(
    KG.actions(node),
    KG.el("p", { class: "eyebrow" }, KG.el("span", { class: "dot " + node.group }), eyebrow),
    KG.el("h2", {}, node.name),
    node.place ? KG.el("p", { class: "sub" }, node.place) : null,
    KG.namesakes(node),
    node.aliases.length ? KG.el("p", { class: "sub" }, KG.word("alsoPrinted") + " " + node.aliases.join("、")) : null,
    // What the lens asks about comes first.
    ...(KG.lens === "duties" ? [...said, ...posts] : [posts[0], ...said, posts[1]]),
  );
};

KG.panelLink = function (link) {
  const [leaf, hub] = [KG.data.nodes[link.leaf], KG.data.nodes[link.hub]];
  const posts = link.lens === "posts";
  const [above, below] = posts ? [leaf, hub] : [hub, leaf];
  const eyebrow = posts ? "relation" : link.lens === "duties" ? "duty" : { meetings: "meeting", bodies: "parts", projects: "projects" }[link.lens];
  KG.showPanel(
    KG.actions(null),
    KG.el("p", { class: "eyebrow" }, KG.word(eyebrow), " · ", KG.stateWord(link)),
    KG.el("h2", { class: "pair" }, KG.linkTo(above), KG.el("span", { class: "in" }, KG.titleOf(link)), KG.linkTo(below)),
    KG.tenureSection("posts", link.tenures, null),
    KG.saidSection("stated", link.said, null),
    link.facts.length ? KG.factsSection(link.facts, null) : link.said.length ? null : KG.factsSection([], null),
  );
};

KG.actions = function (node) {
  const back = KG.el("button", { type: "button", class: "plain", id: "back", onclick: KG.home }, "← " + KG.word("back"));
  const expand = node && KG.focus !== node && !KG.bars
    ? KG.el("button", { type: "button", class: "plain", id: "expand", onclick: () => KG.go(node, true) }, KG.word("expand"))
    : "";
  return KG.el("div", { class: "actions" }, back, KG.growButton(node), expand, KG.withinButton(node));
};

KG.bodySections = function (body) {
  const parent = body.parent === undefined || body.parent === null ? null : KG.data.nodes[body.parent];
  const rest = body.posts.filter((link) => !link.tenures.length);
  return KG.el("div", {},
    parent ? KG.el("p", { class: "sub" }, KG.word("partOf") + " ", KG.linkTo(parent)) : null,
    KG.tenureSection("holders", KG.byPost(body.tenures), body),
    rest.length ? KG.section("others", rest.length, KG.leafList(body, rest, 12)) : null,
    body.parts.length
      ? KG.section("parts", body.parts.length, KG.growing("rows", body.parts, 8, (part) => KG.el("li", {}, KG.linkTo(part, part.label))))
      : null);
};

KG.stateMark = (link) => (link.lens !== "posts" ? KG.roleChip(link.state, link.lens === "duties" ? link.title : null, link.lens)
  : KG.el("span", { class: "state " + KG.stateOf(link), title: KG.stateWord(link) }));

// The people of a body, or the tasks of whoever answers for them.
KG.leafList = function (hub, links, first) {
  const row = (link) => {
    const title = link.lens !== "posts" ? null : KG.el("span", { class: "title" }, KG.titleOf(link));
    const leaf = KG.other(link, hub);
    return KG.el("li", {}, KG.stateMark(link), KG.linkTo(leaf, leaf.kind === "person" ? leaf.label : leaf.name), title);
  };
  return KG.growing("rows", links, first, row);
};

KG.personSections = function (person) {
  const rest = person.posts.filter((link) => !link.tenures.length);
  const rows = rest.map((link) => KG.el("li", {}, KG.stateMark(link), KG.linkTo(KG.data.nodes[link.hub], KG.data.nodes[link.hub].label),
    KG.el("span", { class: "title" }, KG.titleOf(link) || KG.stateWord(link))));
  return KG.el("div", {}, KG.tenureSection("posts", person.tenures, person),
    rows.length ? KG.section("relations", rows.length, KG.el("ul", { class: "rows" }, ...rows)) : null);
};

KG.namesakes = function (node) {
  const others = node.kind === "person" ? KG.people.get(node.name).filter((other) => other !== node) : [];
  return others.length ? KG.el("p", { class: "sub" }, KG.word("namesakes") + " ", ...others.flatMap((other, at) => [at ? "、" : "", KG.linkTo(other, other.label)])) : null;
};

// A list that shows its beginning and grows when asked.
KG.growing = function (kind, entries, first, make) {
  const list = KG.el(kind.startsWith("facts") ? "ol" : "ul", { class: kind }, ...entries.slice(0, first).map(make));
  if (entries.length <= first) return list;
  const more = KG.el("button", { type: "button", class: "plain" }, `${KG.word("more")} (${entries.length - first})`);
  more.addEventListener("click", () => {
    list.append(...entries.slice(first).map(make));
    more.remove();
    const next = list.children[first].querySelector("button, summary");
    if (next) next.focus();
  });
  return KG.el("div", {}, list, more);
};

KG.factsSection = function (facts, about) {
  if (!facts.length) return about && about.said.length ? null : KG.el("p", { class: "sub" }, KG.word("noFacts"));
  const list = (shown) => KG.growing("facts", shown, 40, (fact) => KG.factRow(fact, about));
  const events = [...new Set(facts.map((fact) => fact.event))];
  if (events.length < 2 || facts.length < 5) return KG.section("facts", facts.length, list(facts));
  const place = KG.el("div", {}, list(facts));
  const choice = KG.el("select", { "aria-label": KG.word("events"), class: "events" }, KG.el("option", { value: "" }, KG.word("allEvents")),
    ...events.map((event) => KG.el("option", { value: event }, `${KG.say(KG.event(event))} ${facts.filter((fact) => fact.event === event).length}`)));
  choice.addEventListener("change", () => place.replaceChildren(list(facts.filter((fact) => !choice.value || fact.event === choice.value))));
  return KG.section("facts", facts.length, choice, place);
};

KG.factRow = function (fact, about) {
  const way = KG.begins.has(fact.event) ? "begins" : KG.ends.has(fact.event) ? "ends" : "neutral";
  return KG.el("li", { class: "fact " + way, "data-event": fact.event },
    KG.el("div", { class: "head" }, KG.el("time", {}, fact.date || KG.word("undated")), KG.el("span", { class: "event" }, KG.say(KG.event(fact.event)))),
    KG.factSentence(fact, about),
    fact.note ? KG.el("p", { class: "note" }, fact.note) : null,
    ...fact.quotes.map((quote) => KG.quote(quote, fact)));
};

KG.factSentence = function (fact, about) {
  const parts = [];
  for (const end of [fact.person, fact.body]) {
    const node = end === undefined ? null : KG.data.nodes[end];
    if (node && node !== about) parts.push(KG.linkTo(node, node.label));
  }
  if (fact.title) parts.push(KG.el("strong", {}, fact.title));
  if (fact.qualifier) parts.push(KG.el("span", { class: "qualifier" }, fact.qualifier));
  return parts.length ? KG.el("p", { class: "what" }, ...parts) : null;
};

KG.quote = function ([gazette, lines, words, item, paper], fact) {
  const heading = item === null || item === undefined ? null : KG.data.items[item];
  const met = fact.meeting === undefined ? null : KG.data.items[fact.meeting];
  const where = KG.lineNumbers(lines);
  return KG.el("figure", {},
    KG.passage(KG.data.words[words], fact),
    KG.printedAround(KG.data.words[words], gazette, lines, paper),
    KG.el("figcaption", {}, KG.el("span", { class: "gazette" }, KG.gazetteName(gazette)), " · ", KG.el("span", { class: "lines" }, where),
      heading ? KG.el("span", { class: "item" }, "《" + heading + "》") : null,
      met ? KG.el("span", { class: "item" }, met) : null));
};

KG.lineNumbers = function (lines) {
  const spans = [];
  for (const line of lines) {
    const last = spans[spans.length - 1];
    if (last && line - last[1] <= 2) last[1] = line;
    else spans.push([line, line]);
  }
  const text = spans.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(KG.english ? ", " : "、");
  return KG.english ? `line${lines.length > 1 ? "s" : ""} ${text}` : `第${text}行`;
};

// The words, with the person and the title marked; a long passage is cut around the name until it is asked for.
KG.passage = function (words, fact) {
  const names = KG.namesIn(fact);
  const quote = KG.el("blockquote", {}, ...KG.marked(KG.excerpt(words, names[0]), names));
  if (words.length <= 180) return quote;
  const whole = KG.el("button", { type: "button", class: "plain" }, KG.word("whole"));
  whole.addEventListener("click", () => {
    quote.replaceChildren(...KG.marked(words, names));
    whole.remove();
  });
  return KG.el("div", {}, quote, whole);
};

KG.namesIn = (fact) => (fact.marks || [fact.person === undefined ? "" : KG.data.nodes[fact.person].name, fact.title || ""]).filter(Boolean);

KG.excerpt = function (words, name) {
  if (words.length <= 180) return words;
  const at = Math.max(0, (name ? words.search(KG.spaced(name)) : 0) - 60);
  return (at > 0 ? "…" : "") + words.slice(at, at + 160) + (at + 160 < words.length ? "…" : "");
};

// Names of two signs are printed with a blank inside: that is the same name. The 委员 of 委员会 and the 代表 of 代表大会 are no title.
KG.spaced = (name) => new RegExp("(" + [...name].map((sign) => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("\\s*") + ")" + (/(委员|代表)$/.test(name) ? "(?!\\s*大?\\s*会)" : ""));

KG.marked = function (text, names) {
  let parts = [text];
  for (const name of names) {
    parts = parts.flatMap((part) => (typeof part !== "string" ? [part]
      : part.split(KG.spaced(name)).map((piece, at) => (at % 2 ? KG.el("mark", {}, piece) : piece))));
  }
  return parts;
};
