// The data of the page and the ways to look things up in them.
KG.load = function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  KG.data = data;
  data.nodes.forEach((node, index) => {
    Object.assign(node, { index, facts: [], parts: [], said: [], tenures: [] });
    KG.lensNames.forEach((lens) => (node[lens] = []));
    if (node.kind === "person") node.group = "person";
    if (node.kind === "sector") node.group = "other";
    node.folded = [...new Set([node.name, node.label, ...node.aliases, ...(node.typed || [])].map(KG.fold))];
  });
  data.nodes.forEach((node) => {
    if (node.parent !== undefined && node.parent !== null) data.nodes[node.parent].parts.push(node);
  });
  data.facts.forEach((fact, index) => {
    fact.index = index;
    for (const end of [fact.person, fact.body, fact.at, fact.outcome]) if (end !== undefined) data.nodes[end].facts.push(fact);
  });
  data.said.forEach((said) => {
    const ends = new Set(said.about.map(([, node]) => node));
    if (said.task !== undefined) ends.add(said.task);
    if (said.outcome !== undefined) ends.add(said.outcome);
    ends.forEach((end) => data.nodes[end].said.push(said));
  });
  // Which opinions an answer is about; the opinions name their answers.
  data.said.forEach((said) => (said.answers || []).forEach(([answer]) => (data.said[answer].of = [...(data.said[answer].of || []), said])));
  // Rows come in order of time, and so they stay with people and bodies.
  data.tenures.forEach((tenure) => {
    for (const end of [tenure.person, tenure.body]) if (end !== undefined) data.nodes[end].tenures.push(tenure);
  });
  KG.findings = data.said.filter((said) => said.kind === "finding");
  data.links.forEach((link) => {
    link.key = `${link.lens}.${link.leaf}-${link.hub}`;
    link.facts = (link.facts || []).map((number) => data.facts[number]);
    link.said = (link.said || []).map((number) => data.said[number]);
    link.tenures = (link.tenures || []).map((number) => data.tenures[number]);
    data.nodes[link.leaf][link.lens].push(link);
    data.nodes[link.hub][link.lens].push(link);
  });
  KG.people = new Map();
  data.nodes.filter((node) => node.kind === "person").forEach((node) => KG.people.set(node.name, [...(KG.people.get(node.name) || []), node]));
  KG.byId = new Map(data.nodes.map((node) => [node.id, node]));
  KG.linkByKey = new Map(data.links.map((link) => [link.key, link]));
  KG.data.nodes.forEach((node) => KG.lensNames.forEach((lens) => node[lens].sort(KG.byState)));
};

KG.byState = (one, other) =>
  KG.rank(one) - KG.rank(other) || other.facts.length + other.said.length - one.facts.length - one.said.length;

KG.other = (link, node) => KG.data.nodes[link.leaf === node.index ? link.hub : link.leaf];

// The link that says most of a person: the same choice as in the drawing when the drawing has it.
KG.mainLink = function (leaf, links = leaf.posts) {
  return links.find((link) => link.state === "known" && link.title !== "代表") || links[0];
};

KG.titleOf = function (link) {
  if (!link) return "";
  if (!link.title) return link.lens === "duties" ? KG.say(KG.roles[link.state]) : "";
  if (link.lens === "meetings") return link.title;
  if (link.lens === "posts" && KG.day !== null) return link.nowTitle;
  return link.state === "left" ? "原" + link.title : link.title;
};

KG.gazetteName = function (number) {
  const gazette = KG.data.gazettes[number];
  if (!gazette) return KG.word("unknownGazette");
  if (!gazette.title) return gazette.stem;
  const year = gazette.year ? gazette.year + "年" : "";
  const issue = gazette.issue ? "第" + gazette.issue + "期" : "";
  return gazette.title + " " + year + issue;
};

KG.fold = (text) => text.toLowerCase().replace(/\s+/g, "");

// Exact names first, then names that begin with the words, then names that hold them, then those that hold all the signs in order.
KG.find = function (words, limit) {
  const wanted = KG.fold(words);
  if (!wanted) return [];
  const found = [];
  for (const node of KG.data.nodes) {
    if (node.kind === "sector") continue;
    const score = Math.min(...node.folded.map((name) => KG.score(name, wanted)));
    if (score < 9) found.push([score, -node.posts.length - node.duties.length - node.meetings.length, node.index, node]);
  }
  found.sort((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2]);
  return found.slice(0, limit).map((entry) => entry[3]);
};

KG.score = function (name, wanted) {
  if (name === wanted) return 0;
  const at = name.indexOf(wanted);
  if (at >= 0) return at === 0 ? 1 : 2;
  if (wanted.length < 3) return 9;
  // A long name spelled in Latin letters holds nearly any of them in order.
  if (/^[\x21-\x7e]+$/.test(wanted) && name.length > 3 * wanted.length) return 9;
  // 区财政局 also finds 某某区财政局, and 城建委 finds 城市建设委员会: signs in order.
  let from = 0;
  for (const sign of wanted) {
    from = name.indexOf(sign, from) + 1;
    if (from === 0) return 9;
  }
  return 3;
};

// What contradicts itself in the papers and meetings that facts about a node come from, or in a body's own meetings.
KG.findingsOf = function (node) {
  const papers = new Set();
  const meetings = new Set();
  for (const row of [...node.facts, ...node.said.filter((said) => said.kind !== "finding")]) {
    row.quotes.forEach((quote) => papers.add(quote[4]));
    if (row.meeting !== undefined) meetings.add(row.meeting);
  }
  papers.delete(null);
  return KG.findings.filter((said) => node.said.includes(said) || said.quotes.some((quote) => papers.has(quote[4]))
    || (said.meetings || []).some((meeting) => meetings.has(meeting)));
};
