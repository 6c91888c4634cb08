// Buttons, languages and the legend.
KG.setupControls = function () {
  const zoom = (factor) => KG.network.moveTo({ scale: KG.network.getScale() * factor, animation: KG.calm() });
  document.getElementById("zoom-in").addEventListener("click", () => zoom(1.4));
  document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.4));
  document.getElementById("zoom-fit").addEventListener("click", () => KG.fit(true));
  for (const lang of ["zh", "en"]) {
    document.getElementById("lang-" + lang).addEventListener("click", () => {
      KG.english = lang === "en";
      KG.speak();
      const query = new URLSearchParams(location.hash.slice(1));
      query.set("lang", lang);
      history.replaceState(null, "", "#" + query.toString());
      // The kinds of projects are named in the language of the page, in the drawing too.
      if (KG.lens === "projects") KG.drawnMore = null;
      KG.saySentence();
      KG.readAddress();
    });
  }
  for (const lens of KG.lensNames) document.getElementById("lens-" + lens).addEventListener("click", () => KG.look(lens));
  for (const way of ["network", "bars"]) document.getElementById("as-" + way).addEventListener("click", () => KG.seeAs(way === "bars"));
  KG.setupTime();
  KG.setupWithin();
  KG.setupTake();
  KG.setupPrinted();
  document.addEventListener("keydown", (event) => {
    const open = document.querySelector("dialog[open]");
    if (event.key === "Escape" && event.target.id !== "search" && !open) KG.home();
  });
  const narrow = matchMedia("(max-width: 760px)");
  document.getElementById("legend").open = !narrow.matches;
  window.addEventListener("resize", () => (KG.fit(false), KG.showBars()));
};

KG.speak = function () {
  document.documentElement.lang = KG.english ? "en" : "zh-Hans";
  document.querySelector("label[for=day]").dataset.word = !KG.isDated() ? "day" : KG.asked && KG.asked.until ? "fromDay" : "byDay";
  document.querySelectorAll("[data-word]").forEach((element) => (element.textContent = KG.word(element.dataset.word)));
  document.querySelectorAll("[data-label]").forEach((element) => element.setAttribute("aria-label", KG.word(element.dataset.label)));
  KG.frame.setAttribute("aria-label", KG.word("network"));
  KG.sayPlay();
  const search = document.getElementById("search");
  search.setAttribute("aria-label", KG.word("search"));
  search.placeholder = KG.word(matchMedia("(max-width: 760px)").matches ? "searchShort" : "search");
  for (const lang of ["zh", "en"]) {
    document.getElementById("lang-" + lang).setAttribute("aria-pressed", String(KG.english === (lang === "en")));
  }
  for (const lens of KG.lensNames) document.getElementById("lens-" + lens).setAttribute("aria-pressed", String(KG.lens === lens));
  for (const way of ["network", "bars"]) document.getElementById("as-" + way).setAttribute("aria-pressed", String(KG.bars === (way === "bars")));
  document.getElementById("lens-" + KG.lens).scrollIntoView({ block: "nearest", inline: "nearest" });
  document.getElementById("as").hidden = !KG.hasBars(KG.lens) || KG.lens === "people";
  document.getElementById("asked-day").hidden = !KG.isTimed() && !KG.isDated();
  KG.data.nodes.filter((node) => node.kind === "sector").forEach((node) => (node.name = node.label = KG.say(KG.sectors[node.sort === "sector" ? node.id.slice(7) : "other"] || KG.sectors.other)));
  KG.legendKeys("legend-groups", KG.legendGroups(), "dot");
  KG.legendKeys("legend-states", KG.legendStates(), "line");
  KG.legendKeys("legend-levels", KG.levels, "level");
};

KG.legendGroups = () => (KG.bars ? KG.groups : KG.kindsOf(KG.lens));
KG.legendStates = () => (KG.bars ? {} : KG.lens === "posts" && KG.day ? KG.dayStates : KG.statesOf(KG.lens));

KG.legendKeys = function (place, words, mark) {
  const keys = Object.entries(words).map(([name, pair]) => KG.el("button", {
    type: "button", class: "key", "data-key": name, "aria-pressed": String(!KG.hidden.has(name)),
    onclick: () => KG.toggle(name),
  }, KG.el("span", { class: `${mark} ${name}` }), KG.say(pair)));
  document.getElementById(place).replaceChildren(...keys);
};

KG.toggle = function (name) {
  const wanted = new Set(KG.hidden);
  if (!wanted.delete(name)) wanted.add(name);
  KG.write({ ...KG.kept(), hide: [...wanted].sort().join(",") });
};

// Bars instead of the network, of what is chosen or of all that is drawn.
KG.seeAs = function (bars) {
  KG.bars = bars;
  KG.write({ ...KG.kept(), as: bars ? "bars" : null });
};
