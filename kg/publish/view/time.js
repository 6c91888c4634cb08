// The day or the span of days that is asked about: by its boxes, by the slider, and played.
KG.until = null;

// Between the days by the four bounds: [start, end) is certain between its inner bounds and possible between its outer
// ones. In a span somebody was certainly in office who certainly was on one of its days.
KG.onDay = function ({ bounds: [startEarliest, startLatest, endEarliest, endLatest] }, day, until) {
  const last = until || day;
  if ((startEarliest && startEarliest > last) || (endLatest && endLatest <= day)) return "out";
  const sure = startLatest && endEarliest && startLatest <= last && day < endEarliest && startLatest < endEarliest;
  return sure ? "certain" : "possible";
};

KG.dayOrder = ["certain", "possible", "out"];
KG.better = (one, other) => (KG.dayOrder.indexOf(one) <= KG.dayOrder.indexOf(other) ? one : other);

// How every relation and person stands at the time that is asked about.
KG.judge = function (day, until) {
  KG.day = day;
  KG.until = until;
  KG.data.nodes.forEach((node) => (node.now = "out"));
  KG.data.links.filter((link) => link.lens === "posts").forEach((link) => {
    const now = new Map(link.tenures.map((tenure) => [tenure, day ? KG.onDay(tenure, day, until) : "out"]));
    link.now = [...now.values()].reduce(KG.better, "out");
    link.nowTitle = [...now].reduce((title, [tenure, state]) => (state === link.now && tenure.title ? tenure.title : title), link.title);
    const leaf = KG.data.nodes[link.leaf];
    leaf.now = KG.better(link.now, leaf.now);
  });
};

KG.box = (name) => document.getElementById(name);
KG.askedTime = () => ({ on: KG.box("day").value, until: KG.box("day").value && KG.box("until").value });

// The boxes refuse what is no day. A span that ends before it begins is its first day.
KG.readTime = function (on, until) {
  for (const [name, text] of [["day", on], ["until", until]]) if (KG.box(name).value !== text) KG.box(name).value = text;
  KG.box("no-day").hidden = !KG.box("day").value;
  const asked = KG.box("day").value || null;
  const end = asked && KG.box("until").value > asked ? KG.box("until").value : null;
  KG.setRange();
  if (asked) KG.box("slider").value = String(KG.dayNumber(asked));
  KG.box("slider").setAttribute("aria-valuetext", asked || KG.word("noDay"));
  KG.readDated(asked, end);
  const [day, last] = KG.isTimed() ? [asked, end] : [null, null];
  if (day === KG.day && last === KG.until) return;
  KG.judge(day, last);
  KG.speak();
  if (KG.drawnLens === KG.lens) KG.hideNodes(), KG.saySentence();
};

KG.dayNumber = (day) => Math.round(Date.parse(day) / 86400000);
KG.dayOf = (number) => new Date(number * 86400000).toISOString().slice(0, 10);

KG.setupTime = function () {
  const [day, until, slider, play] = ["day", "until", "slider", "play"].map(KG.box);
  const state = () => ({ ...KG.kept(), on: null, until: null, ...KG.askedTime() });
  const ask = () => day.validity.valid && until.validity.valid && KG.write(state());
  for (const input of [day, until]) input.addEventListener("change", ask);
  KG.box("no-day").addEventListener("click", () => {
    KG.stop();
    day.value = until.value = "";
    ask();
    day.focus();
  });
  // While it moves the address is written over, so that going back does not go through every day.
  slider.addEventListener("input", () => (KG.stop(), KG.moveTo(Number(slider.value))));
  play.addEventListener("click", () => (KG.playing ? KG.stop() : KG.play()));
};

// The span keeps its length.
KG.moveTo = function (number) {
  const query = new URLSearchParams(location.hash.slice(1));
  const { on, until } = KG.askedTime();
  const long = until > on ? KG.dayNumber(until) - KG.dayNumber(on) : 0;
  query.set("on", KG.dayOf(number));
  if (long) query.set("until", KG.dayOf(number + long));
  history.replaceState(null, "", "#" + query.toString());
  KG.readAddress();
};

KG.playing = 0;
KG.steps = 60;

KG.play = function () {
  const slider = KG.box("slider");
  const [first, last] = [Number(slider.min), Number(slider.max)];
  const step = Math.max(1, Math.round((last - first) / KG.steps));
  const { on } = KG.askedTime();
  let at = on && KG.dayNumber(on) >= first && KG.dayNumber(on) < last ? KG.dayNumber(on) : first;
  KG.moveTo(at);
  KG.playing = setInterval(() => {
    at = Math.min(last, at + step);
    KG.moveTo(at);
    if (at === last) KG.stop();
  }, 450);
  KG.sayPlay();
};

KG.stop = function () {
  clearInterval(KG.playing);
  KG.playing = 0;
  KG.sayPlay();
};

KG.sayPlay = function () {
  KG.box("play").textContent = KG.playing ? "❚❚" : "▶";
  KG.box("play").setAttribute("aria-label", KG.word(KG.playing ? "pause" : "play"));
};
