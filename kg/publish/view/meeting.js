// The panels of a meeting and of a kind of project.
KG.panelMeeting = function (meeting) {
  const body = meeting.of === undefined ? null : KG.data.nodes[meeting.of];
  const links = (state) => meeting.meetings.filter((link) => link.state === state);
  const sections = Object.keys(KG.met).filter((state) => links(state).length).map((state) => KG.el("section", {},
    KG.el("h3", {}, KG.say(KG.met[state]), KG.el("span", { class: "count" }, String(links(state).length))),
    KG.growing("rows", links(state), 12, (link) => {
      const leaf = KG.other(link, meeting);
      return KG.el("li", {}, KG.linkTo(leaf, leaf.kind === "person" ? leaf.label : leaf.name), link.title ? KG.el("span", { class: "title" }, link.title) : null);
    })));
  KG.showPanel(
    KG.actions(meeting),
    KG.el("p", { class: "eyebrow" }, KG.el("span", { class: "dot congress" }), KG.word("meeting")),
    KG.el("h2", {}, meeting.name),
    meeting.date ? KG.el("p", { class: "sub" }, meeting.date) : null,
    body ? KG.el("p", { class: "sub" }, KG.word("metBody") + " ", KG.linkTo(body)) : null,
    ...sections,
    KG.saidSection("findings", KG.findings.filter((said) => (said.meetings || []).some((name) => KG.data.items[name] === meeting.name)), meeting),
    KG.factsSection(meeting.facts, meeting),
  );
};

KG.panelSector = function (sector) {
  KG.showPanel(
    KG.actions(sector),
    KG.el("p", { class: "eyebrow" }, KG.word("sector")),
    KG.el("h2", {}, sector.name),
    KG.section("projects", sector.projects.length, KG.leafList(sector, sector.projects, 40)),
  );
};
