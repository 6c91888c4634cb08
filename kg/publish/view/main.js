// The page itself: what is drawn, what is chosen, and the address that says so.
KG.focus = null;
KG.chosen = null;
KG.chosenLink = null;
KG.day = undefined;
KG.bars = false;

KG.start = function () {
  KG.darken();
  KG.load();
  KG.english = new URLSearchParams(location.hash.slice(1)).get("lang") === "en"
    || (!location.hash.includes("lang=") && !/^zh/i.test(navigator.language || "zh"));
  KG.nodes = new vis.DataSet();
  KG.edges = new vis.DataSet();
  const stage = document.getElementById("network");
  KG.network = new vis.Network(stage, { nodes: KG.nodes, edges: KG.edges }, KG.data.options);
  // The part of the stage that vis-network listens to: the arrow keys are its own.
  KG.frame = stage.querySelector(".vis-network");
  KG.frame.setAttribute("role", "application");
  KG.network.on("beforeDrawing", KG.paintDiscs);
  KG.network.on("click", KG.clicked);
  KG.network.on("doubleClick", ({ nodes }) => nodes.length && KG.go(KG.data.nodes[nodes[0]], true));
  KG.network.on("hoverNode", ({ node }) => KG.hover(node));
  KG.network.on("blurNode", () => KG.hover(null));
  KG.setupSearch();
  KG.setupControls();
  KG.speak();
  window.addEventListener("hashchange", KG.readAddress);
  KG.readAddress();
  document.documentElement.dataset.ready = "yes";
};

KG.hover = function (node) {
  KG.hovered = node;
  document.getElementById("network").style.cursor = node === null ? "" : "pointer";
  KG.network.redraw();
};

KG.clicked = function ({ nodes, edges }) {
  if (nodes.length) KG.go(KG.data.nodes[nodes[0]]);
  else if (edges.length) KG.write({ ...KG.focused(), link: edges[0] });
  else KG.write(KG.focused());
};

// What the address holds, to be written again.
KG.kept = () => ({ ...Object.fromEntries(new URLSearchParams(location.hash.slice(1))), more: KG.more.map((node) => node.id) });

KG.focused = () => (KG.focus ? { id: KG.focus.id, alone: "1" } : {});

// The address is the state: whatever is chosen is written there and then read from there, so that going back works.
KG.write = function (state) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ lens: KG.lensName(), as: KG.barsName(), ...KG.askedTime(), hide: KG.hides(), within: KG.within && KG.within.id, more: KG.more.map((node) => node.id), ...state, lang: KG.english ? "en" : "zh" })) {
    for (const one of [value].flat()) if (one) query.append(name, one);
  }
  const next = "#" + query.toString();
  if (location.hash !== next) history.pushState(null, "", next);
  KG.readAddress();
};

// The first lens is the one that an address need not name.
KG.lensName = (lens = KG.lens) => (lens === "posts" ? null : lens);

// Bars are named where a lens does not begin with them.
KG.barsName = (lens = KG.lens) => (KG.bars && KG.hasBars(lens) && lens !== "people" ? "bars" : null);

KG.go = function (node, alone) {
  const lens = KG.lensFor(node);
  const drawn = lens === KG.lens && (KG.bars || KG.nodes.get(node.index) !== null);
  const within = !alone && drawn && KG.focus;
  KG.write({ id: node.id, lens: KG.lensName(lens), as: KG.barsName(lens), alone: alone || !drawn || KG.focus ? "1" : null, of: within ? KG.focus.id : null, ...(drawn && !alone ? {} : { more: null }) });
};

KG.look = function (lens) {
  const node = KG.focus || (KG.chosen === null ? null : KG.data.nodes[KG.chosen]);
  const kept = node && KG.lensFor(node, lens) === lens ? node : null;
  const alone = kept && lens !== "people" && (KG.focus || !KG.data.views[lens].nodes.some((place) => place.id === kept.index));
  KG.write({ id: kept && kept.id, alone: alone ? "1" : null, lens: KG.lensName(lens), as: KG.barsName(lens), more: null });
};

KG.home = () => KG.write({ more: null });

KG.readAddress = function () {
  const query = new URLSearchParams(location.hash.slice(1));
  const node = KG.byId.get(query.get("id") || "") || null;
  const link = KG.linkByKey.get(query.get("link") || "") || null;
  const alone = query.get("alone") ? KG.byId.get(query.get("of") || "") || node : null;
  const wanted = KG.lensNames.includes(query.get("lens")) ? query.get("lens") : "posts";
  const bars = wanted === "people" || (query.get("as") === "bars" && KG.hasBars(wanted));
  KG.lens = link && !bars ? link.lens : node ? KG.lensFor(node, wanted) : wanted;
  KG.bars = KG.lens === "people" || (bars && KG.hasBars(KG.lens));
  KG.more = query.getAll("more").map((id) => KG.byId.get(id)).filter(Boolean);
  KG.readTime(query.get("on") || "", query.get("until") || "");
  // A stage that is not shown has no size to draw for.
  document.getElementById("network").hidden = KG.bars;
  KG.readWithin(query.get("within") || "");
  KG.readHidden(query.get("hide") || "");
  KG.draw(alone);
  if (link) KG.chooseLink(link, node);
  else if (node && !KG.bars && KG.nodes.get(node.index) === null) KG.draw(node), KG.chooseNode(node);
  else if (node) KG.chooseNode(node);
  else KG.chooseNothing();
  document.getElementById("narrowed").hidden = !KG.within || KG.focus !== null;
  KG.showBars();
};

KG.draw = function (focus) {
  const more = KG.more.map((node) => node.index).join();
  if (KG.focus === focus && KG.drawnWithin === KG.within && KG.drawnLens === KG.lens && KG.drawnBars === KG.bars && KG.drawnMore === more) return;
  KG.drawnMore = more;
  KG.drawnWithin = KG.within;
  KG.focus = focus;
  if (KG.drawnLens !== KG.lens || KG.drawnBars !== KG.bars) {
    KG.drawnLens = KG.lens;
    KG.drawnBars = KG.bars;
    KG.speak();
  }
  const plan = focus ? KG.around(focus) : KG.within && KG.lens !== "people" ? KG.aroundParts() : null;
  const [wide, high] = KG.view().slot;
  const begun = plan ? [...plan.points].map(([id, [x, y]]) => ({ id, x: x * wide, y: y * high })) : KG.view().nodes;
  const { nodes, discs } = KG.grown(begun, plan ? plan.discs : KG.view().discs);
  KG.discs = discs;
  const room = new Map(KG.discs.map((disc) => [disc.hub, disc.radius > 2 ? 26 : 21]));
  const drawn = new Set(nodes.map((place) => place.id));
  const links = plan || more ? KG.data.links.filter((link) => link.lens === KG.lens && drawn.has(link.leaf) && drawn.has(link.hub))
    : KG.view().edges.map((edge) => KG.linkByKey.get(edge.id));
  KG.plan = plan;
  KG.nodes.clear();
  KG.edges.clear();
  KG.nodes.add(nodes.map((node) => KG.drawnNode(node, room)));
  KG.edges.add(links.map((link) => ({ id: link.key, from: link.leaf, to: link.hub, title: KG.linkTitle(link), ...KG.edgeLook(link) })));
  KG.hideNodes();
  KG.saySentence();
  KG.fit(false);
};

KG.linkTitle = (link) => [KG.data.nodes[link.leaf].label, KG.data.nodes[link.hub].name, KG.titleOf(link)].filter(Boolean).join(" · ");

KG.drawnNode = function (place, room) {
  const node = KG.data.nodes[place.id];
  const shared = { id: place.id, x: place.x, y: place.y, shape: "custom", label: node.label, title: node.kind === "person" ? node.label : node.name };
  if (!KG.isLeaf(node)) {
    const look = { label: node.label, group: node.group, largest: room.get(node.index) || 21 };
    return { ...shared, ctxRenderer: ({ ctx, id, x, y }) => KG.paintBody(ctx, id, x, y, look) };
  }
  const link = KG.nearLink(node, place);
  if (node.kind !== "person") {
    const look = { label: node.label, sort: node.sort, group: node.group, link };
    return { ...shared, ctxRenderer: ({ ctx, id, x, y }) => KG.paintTask(ctx, id, x, y, look) };
  }
  const look = { node, link, group: link ? KG.data.nodes[link.hub].group : "other" };
  return { ...shared, ctxRenderer: ({ ctx, id, x, y }) => KG.paintPerson(ctx, id, x, y, look) };
};

// The link to the body that a person is drawn at: the disc that holds the place.
KG.nearLink = function (leaf, place) {
  const [wide, high] = KG.view().slot;
  const inside = (disc) => Math.hypot(place.x / wide - disc.x, place.y / high - disc.y) <= disc.radius;
  const home = KG.discs.find((disc) => inside(disc) && KG.links(leaf).some((link) => link.hub === disc.hub));
  return home ? KG.links(leaf).find((link) => link.hub === home.hub) : KG.mainLink(leaf, KG.links(leaf));
};

KG.saySentence = function () {
  const view = KG.view();
  const drawn = KG.focus
    ? KG.aroundSentence(KG.focus.label, KG.plan.points.size, KG.plan.leftOut)
    : KG.within ? KG.withinSentence() : KG.lensSentence(KG.lens, view);
  const more = KG.nodes.length - (KG.plan ? KG.plan.points.size : view.nodes.length);
  // Who hides something is not told that nothing is left out.
  const hidden = KG.filterSentence() + KG.datedSentence();
  const also = !KG.bars && more > 0 ? KG.fill("alsoDrawn", String(more)) : "";
  document.getElementById("sentence").textContent = also + hidden + (KG.day !== null ? KG.daySentence() + (KG.english ? " " : "") : "")
    + (hidden ? drawn.replace(" Nothing is left out.", "").replace("无遗漏。", "") : drawn);
};

KG.light = function (nodes, links) {
  KG.lit = nodes;
  KG.litLinks = links;
  KG.edges.update(KG.edges.getIds().map((key) => ({ id: key, title: KG.linkTitle(KG.linkByKey.get(key)), ...KG.edgeLook(KG.linkByKey.get(key)) })));
  KG.network.redraw();
};

KG.chooseNothing = function () {
  KG.chosen = KG.chosenLink = null;
  document.body.classList.remove("chosen");
  KG.light(null, null);
  if (KG.focus) KG.panelNode(KG.focus);
  else KG.panelOverview();
};

KG.chooseNode = function (node) {
  KG.chosen = node.index;
  KG.chosenLink = null;
  document.body.classList.add("chosen");
  const near = [node.index, ...KG.links(node).map((link) => KG.other(link, node).index)];
  if (KG.focus !== node) KG.light(new Set(near), new Set(KG.links(node).map((link) => link.key)));
  else KG.light(null, null);
  KG.panelNode(node);
  if (!KG.focus && KG.nodes.get(node.index)) KG.bring(node.index);
};

KG.chooseLink = function (link, node) {
  KG.chosen = KG.bars && node ? node.index : null;
  KG.chosenLink = link.key;
  document.body.classList.add("chosen");
  KG.light(new Set([link.leaf, link.hub]), new Set([link.key]));
  KG.panelLink(link);
};

// Move only as far as needed: a drawing that jumps at every click is hard to follow.
KG.bring = function (index) {
  const place = KG.network.canvasToDOM(KG.network.getPosition(index));
  const stage = document.getElementById("network");
  const seen = place.x > 40 && place.y > 40 && place.x < stage.clientWidth - 40 && place.y < stage.clientHeight - 60;
  if (seen && KG.network.getScale() > 0.5) return;
  KG.network.moveTo({ position: KG.network.getPosition(index), scale: Math.max(KG.network.getScale(), 0.8), animation: KG.calm() });
};

KG.calm = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

// All of it where it stays readable; else its middle.
KG.fit = function (all) {
  const [wide, high] = KG.view().slot;
  const stage = document.getElementById("network");
  if (!stage.clientHeight) return;
  // Vis-network follows its stage late, and then scales what is seen with it.
  KG.network.setSize("100%", "100%");
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const disc of KG.discs) {
    box.left = Math.min(box.left, (disc.x - disc.radius) * wide);
    box.right = Math.max(box.right, (disc.x + disc.radius) * wide);
    box.top = Math.min(box.top, (disc.y - disc.radius) * high);
    box.bottom = Math.max(box.bottom, (disc.y + disc.radius) * high + 18);
  }
  if (box.left > box.right) return KG.network.moveTo({ position: { x: 0, y: 0 }, scale: 1.25 });
  const least = all ? 0.05 : stage.clientWidth < 700 ? 0.5 : 0.4;
  const scale = Math.min(stage.clientWidth / (box.right - box.left + 30), stage.clientHeight / (box.bottom - box.top + 30), 1.25);
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const first = KG.discs[0];
  KG.network.moveTo(scale >= least ? { position: middle, scale } : { position: { x: first.x * wide, y: first.y * high }, scale: least });
};

KG.start();
