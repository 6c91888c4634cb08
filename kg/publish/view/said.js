// What reports say of a person, a body or a task: duties, projects, opinions with their answers, topics, findings.
KG.roleChip = function (state, title, lens = "duties") {
  const word = KG.say(KG.statesOf(lens)[state]);
  return KG.el("span", { class: `chip ${state} of-${lens}`, title: word }, title || word);
};

// The role kind of a statement, as in kg/network/build.py.
KG.roleOf = (said) => (said.kind === "project" ? "acts" : said.sort in KG.roles ? said.sort : "answer");

// A finding is told in both languages; what is printed stands in the one of the gazette.
KG.saidText = (said) => (said.zh && !KG.english ? said.zh : said.text);

KG.saidSections = function (node) {
  const of = (kind, part) => node.said.filter((said) => said.kind === kind
    && said.about.some(([name, who]) => name === part && who === node.index));
  const latest = (one, other) => (other.date || "").localeCompare(one.date || "");
  return [
    KG.saidSection("duties", of("duty", "agent").sort(latest), node),
    KG.saidSection("projects", of("project", "agent").sort(latest), node),
    KG.saidSection("gives", of("opinion", "gives").sort(latest), node),
    KG.saidSection("asked", of("opinion", "asked").sort(latest), node),
    KG.saidSection("reports", of("answer", "reports").sort(latest), node),
    KG.saidSection("topics", of("topic", "agent"), node),
    KG.saidSection("findings", KG.findingsOf(node), node),
  ].filter(Boolean);
};

KG.saidSection = function (word, said, about) {
  return said.length ? KG.section(word, said.length, KG.growing("facts", said, 6, (one) => KG.saidRow(one, about))) : null;
};

KG.panelTask = function (task) {
  const agents = task.duties.map((link) => KG.el("li", {}, KG.roleChip(link.state, link.title), KG.linkTo(KG.other(link, task))));
  const met = task.meetings.map((link) => KG.el("li", {}, KG.linkTo(KG.other(link, task))));
  const outcome = ["decision", "opinion", "answer"].includes(task.sort);
  KG.showPanel(
    KG.actions(task),
    KG.el("p", { class: "eyebrow" }, KG.el("span", { class: "dot " + task.sort }), KG.say(KG.taskSorts[task.sort])),
    KG.el("h2", {}, task.name),
    met.length ? KG.section("ofMeeting", met.length, KG.el("ul", { class: "rows" }, ...met)) : null,
    agents.length ? KG.section("agents", agents.length, KG.el("ul", { class: "rows" }, ...agents)) : outcome ? null : KG.el("p", { class: "sub" }, KG.word("noAgents")),
    KG.saidSection("stated", task.said, task),
    task.facts.length ? KG.factsSection(task.facts, task) : null,
  );
};

KG.saidRow = function (said, about) {
  const marks = [said.kind === "duty" ? said.role : "", ["duty", "project", "topic"].includes(said.kind) ? said.text : ""];
  return KG.el("li", { class: "fact said neutral", "data-kind": said.kind },
    KG.saidHead(said),
    KG.saidWhat(said, about),
    said.note && said.kind !== "topic" ? KG.el("p", { class: "note" }, said.note) : null,
    (said.points || []).length ? KG.el("ol", { class: "points" }, ...said.points.map((point) => KG.el("li", {}, point))) : null,
    said.answers ? KG.answersOf(said) : null,
    said.of ? KG.opinionsOf(said) : null,
    ...said.quotes.map((quote) => KG.quote(quote, { marks: marks.filter(Boolean) })));
};

KG.saidHead = function (said) {
  const chips = {
    duty: () => [KG.roleChip(KG.roleOf(said), said.role),
      said.role === KG.roles[KG.roleOf(said)][0] && !KG.english ? "" : KG.el("span", { class: "note" }, KG.say(KG.roles[KG.roleOf(said)]))],
    project: () => (said.sort ? [KG.el("span", { class: "chip " + said.sort }, KG.say(KG.statuses[said.sort] || [said.sort, said.sort]))] : []),
    opinion: () => (said.answers ? [] : [KG.el("span", { class: "chip open" }, KG.word("noAnswer"))]),
    finding: () => [KG.el("span", { class: "chip finding" }, KG.say(KG.findingKinds[said.sort] || [said.sort, said.sort]))],
    topic: () => [said.role, said.note].filter(Boolean).map((word) => KG.el("span", { class: "qualifier" }, word)),
    answer: () => [],
  }[said.kind]();
  return KG.el("div", { class: "head" }, said.date ? KG.el("time", {}, said.date) : null, ...chips);
};

KG.saidWhat = function (said, about) {
  const task = said.task === undefined ? null : KG.data.nodes[said.task];
  const others = said.about.map(([, who]) => KG.data.nodes[who]).filter((node) => node !== about && said.kind !== "finding");
  return KG.el("div", {},
    KG.el("p", { class: "what" }, task && task !== about ? KG.linkTo(task, said.text) : KG.saidText(said)),
    others.length ? KG.el("p", { class: "note" }, ...others.flatMap((node, at) => (at ? ["、", KG.linkTo(node, node.label)] : [KG.linkTo(node, node.label)]))) : null);
};

// The reports that answer an opinion, or the points of agendas that took up a topic of a plan.
KG.answersOf = function (asked) {
  const rows = asked.answers.map(([number, days]) => {
    const answer = KG.data.said[number];
    const late = days === null || days === undefined ? "" : KG.english ? ` (${days} ${KG.word("days")})` : `（${days}${KG.word("days")}）`;
    const met = (answer.meetings || []).map((meeting) => KG.data.items[meeting]).join("、");
    return KG.el("details", { class: "answers" },
      KG.el("summary", {}, `${KG.word(answer.kind === "point" ? "takenUp" : "answer")} ${answer.date || ""}${late} ${met || "《" + answer.text + "》"}`),
      ...answer.quotes.map((quote) => KG.quote(quote, { marks: [] })));
  });
  return KG.el("div", {}, ...rows);
};

KG.opinionsOf = (answer) => KG.el("p", { class: "answers" }, KG.word("answers") + " ", ...answer.of.map((opinion) => "《" + opinion.text + "》"));
