// Time where things happen on a day and nobody is in office: a day asks for what is dated by then, a span for what is
// dated in it. What has no date stays, and is counted.
KG.asked = null;
KG.isDated = () => !KG.bars && ["meetings", "duties", "projects"].includes(KG.lens);

// A month or a year is all of its days.
KG.isDate = (text) => /^\d{4}(-\d\d){0,2}$/.test(text || "");
KG.fits = function (date) {
  const first = (date + "-01-01").slice(0, 10);
  const last = date.length === 7 ? date + "-31" : (date + "-12-31").slice(0, 10);
  return KG.asked.until ? first <= KG.asked.until && last >= KG.asked.day : first <= KG.asked.day;
};

// A meeting has its own date, and with it all that it decided; duties and projects have that of the paper that states them.
KG.datesOf = function (link) {
  if (link.dates) return link.dates;
  const met = KG.data.nodes[link.hub].date;
  const found = link.lens === "meetings" && KG.isDate(met) ? [met] : [...link.facts, ...link.said].map((row) => row.date);
  return (link.dates = found.filter(KG.isDate));
};

// `then`, `other` or `undated`, of one relation or of several together.
KG.datedAs = function (links) {
  const dates = links.flatMap(KG.datesOf);
  return dates.length === 0 ? "undated" : dates.some(KG.fits) ? "then" : "other";
};
KG.isOtherTime = (link) => KG.asked !== null && link.lens === KG.lens && KG.datedAs([link]) === "other";

// How far a project was by what is dated so: the rule of kg/network/lenses.py.
KG.projectState = function (link) {
  const told = link.said.filter((said) => said.kind === "project" && said.sort in KG.statuses && (!KG.isDate(said.date) || KG.fits(said.date)));
  return told.length ? told[told.length - 1].sort : "unstated";
};

KG.readDated = function (day, until) {
  const asked = KG.isDated() && day ? { day, until } : null;
  if (JSON.stringify(asked) === JSON.stringify(KG.asked)) return;
  KG.asked = asked;
  KG.data.links.filter((link) => link.lens === "projects").forEach((link) => {
    link.atLast ??= link.state;
    link.state = asked ? KG.projectState(link) : link.atLast;
  });
  KG.speak();
  if (KG.drawnLens === KG.lens && KG.drawnBars === KG.bars) KG.hideNodes(), KG.saySentence();
};

KG.datedSentence = function () {
  if (!KG.asked) return "";
  const things = KG.data.nodes.filter((node) => node.kind === (KG.lens === "meetings" ? "meeting" : "task") && KG.links(node).length);
  const counted = { then: 0, other: 0, undated: 0 };
  things.forEach((node) => counted[KG.datedAs(KG.links(node))]++);
  const [then, other, undated] = Object.values(counted).map((value) => value.toLocaleString("en-US"));
  const { day, until } = KG.asked;
  const [many, ones] = { meetings: ["场会议", "meetings"], duties: ["项", "tasks, projects and reports"], projects: ["个项目", "projects"] }[KG.lens];
  if (KG.english) return `Dated ${until ? `from ${day} to ${until}` : `${day} or earlier`}: ${then} ${ones}; hidden as dated ${until ? "otherwise" : "later"}: ${other}; undated, which stay: ${undated}; drawn or not. `;
  return `${until ? `${day}至${until}间` : `截至${day}`}有${then}${many}；${until ? "其他时间" : "此后"}的${other}${many}隐去；无日期的${undated}${many}仍保留（含未画出者）。`;
};

// The days that the slider goes through.
KG.daysTold = function () {
  if (!KG.isDated()) return KG.data.tenures.flatMap((tenure) => tenure.bounds).filter(Boolean).sort();
  return KG.data.links.filter((link) => link.lens === KG.lens).flatMap(KG.datesOf).map((date) => (date + "-01-01").slice(0, 10)).sort();
};

KG.setRange = function () {
  const of = KG.isDated() ? KG.lens : "posts";
  if (KG.ranged === of) return;
  KG.ranged = of;
  const [slider, days] = [KG.box("slider"), KG.daysTold()];
  slider.disabled = KG.box("play").disabled = days.length === 0;
  if (!days.length) return;
  slider.min = String(KG.dayNumber(days[0]));
  slider.max = String(KG.dayNumber(days[days.length - 1]));
  slider.value = slider.max;
};
