// The question that gives what is shown, to be asked of any server: days as the gazettes print them; what the page alone
// judges, such as levels, kinds and relations, it names thing by thing.

// How a question calls the two ends of a relation.
KG.variables = { posts: ["?one", "?other"], duties: ["?object", "?one"], meetings: ["?one", "?other"], bodies: ["?one", "?other"], projects: ["?one", "?other"] };

// No sign of an address ends it early.
KG.iri = (node) => "<" + (KG.data.base + node.id).replace(/[\u0000-\u0020<>"{}|^`\\]/g, (sign) => "%" + sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()) + ">";

// The question of what is looked at; of what is chosen it asks alone.
KG.question = function () {
  const lens = KG.bars ? "posts" : KG.lens;
  const text = KG.data.base ? KG.chosenClause() + KG.hubClause(lens) + KG.pairClause(lens) : "";
  return KG.data.sparql[lens].replace("  # of what is chosen\n", () => text).replace("  # at the time that is asked\n", () => KG.timeClause(lens));
};

KG.chosenClause = function () {
  const node = KG.chosen === null ? KG.focus : KG.data.nodes[KG.chosen];
  const link = KG.chosenLink === null ? null : KG.linkByKey.get(KG.chosenLink);
  const of = link ? KG.data.nodes[link.leaf] : node;
  // What reports call a task has no address of its own in the graph, but its words.
  if (of && of.kind === "task" && KG.lens === "duties") return `  FILTER(?object = ${JSON.stringify(of.name)})\n`;
  const named = of && of.kind !== "sector" && !["task", "report"].includes(of.sort);
  return named ? `  VALUES ?chosen { ${KG.iri(of)} }\n  FILTER(?chosen IN (?one, ?other))\n` : "";
};

// Kinds, levels, and the body that all is narrowed to.
KG.isHubGone = function (hub) {
  if (KG.bars) return KG.isTenureOff({ body: hub.index }) || !KG.isHeldInside({ body: hub.index });
  return KG.isKindOff(hub) || (KG.within !== null && !KG.isInside(hub));
};

KG.linksAsked = (lens) => KG.data.links.filter((link) => link.lens === lens && (lens !== "posts" || link.tenures.length));

// The hubs that stay or those that go, whichever are fewer.
KG.hubClause = function (lens) {
  const hubs = [...new Set(KG.linksAsked(lens).map((link) => link.hub))].map((index) => KG.data.nodes[index]);
  const gone = new Set(hubs.filter(KG.isHubGone));
  if (!gone.size) return "";
  const fewer = gone.size <= hubs.length / 2;
  const variable = KG.variables[lens][1];
  const named = hubs.filter((hub) => hub.kind !== "sector" && gone.has(hub) === fewer).map(KG.iri);
  const told = named.length ? [`${variable} ${fewer ? "NOT IN" : "IN"} (${named.join(", ")})`] : fewer ? [] : ["false"];
  // A project of nobody stands with its kind, which is no thing of the graph.
  const nobody = [...gone].some((hub) => hub.kind === "sector") ? [`BOUND(${variable})`, ...told].join(" && ") : [`!BOUND(${variable})`, ...told].join(" || ");
  return `  FILTER(${lens === "projects" ? nobody : told.join("")})\n`;
};

// Relations that are hidden though their hub is not, and whose days do not tell it.
KG.pairClause = function (lens) {
  if (KG.bars) return "";
  const pair = (link) => [KG.data.nodes[link.leaf], KG.data.nodes[link.hub]].map((node) => (node.kind === "sector" ? "UNDEF" : lens === "duties" && node.index === link.leaf ? JSON.stringify(node.name) : KG.iri(node))).join(" ");
  const [hidden, shown] = [new Set(), new Set()];
  for (const link of KG.linksAsked(lens)) {
    if (!KG.isLinkOff(link)) shown.add(pair(link));
    else if (!KG.isHubGone(KG.data.nodes[link.hub]) && !KG.isToldByDay(link)) hidden.add(pair(link));
  }
  const rows = [...hidden].filter((one) => !shown.has(one)).map((one) => ` (${one})`);
  return rows.length ? `  MINUS { VALUES (${KG.variables[lens].join(" ")}) {${rows.join("")} } }\n` : "";
};

// Whether a relation is hidden by days of which every one stands in the answer.
KG.isToldByDay = function (link) {
  if (!KG.isOtherTime(link)) return false;
  if (link.lens === "meetings") return KG.isDate(KG.data.nodes[link.hub].date);
  return [...link.facts, ...link.said].every((row) => KG.isDate(row.date));
};

KG.timeClause = function (lens) {
  if (lens === "posts") return KG.day ? KG.stateClause(KG.day, KG.until || KG.day) : "";
  if (!KG.asked || KG.bars) return "";
  const { day, until } = KG.asked;
  const first = 'SUBSTR(CONCAT(?day, "-01-01"), 1, 10)';
  const last = 'IF(STRLEN(?day) = 7, CONCAT(?day, "-31"), SUBSTR(CONCAT(?day, "-12-31"), 1, 10))';
  const fits = until ? `(${first} <= "${until}" && ${last} >= "${day}")` : `${first} <= "${day}"`;
  return `  FILTER(!BOUND(?day) || !REGEX(?day, "^[0-9]{4}(-[0-9]{2}){0,2}$") || ${fits})\n`;
};

// The rule of KG.onDay.
KG.stateClause = (day, last) => `  BIND(IF((BOUND(?startEarliest) && STR(?startEarliest) > "${last}") || (BOUND(?endLatest) && STR(?endLatest) <= "${day}"), "out",
    IF(BOUND(?startLatest) && BOUND(?endEarliest) && STR(?startLatest) <= "${last}" && "${day}" < STR(?endEarliest) && STR(?startLatest) < STR(?endEarliest),
      "certain", "possible")) AS ?state)\n`;
