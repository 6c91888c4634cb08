// Narrowed to a body and all that is part of it: its own drawing and timeline, until it is taken back.
KG.within = null;
KG.withinLimit = 200;

KG.readWithin = function (id) {
  const node = KG.byId.get(id);
  KG.within = node && node.kind === "body" ? node : null;
  KG.inside = new Set();
  const waiting = KG.within ? [KG.within] : [];
  // Two bodies may name each other as their whole.
  for (const body of waiting) if (!KG.inside.has(body.index)) KG.inside.add(body.index), waiting.push(...body.parts);
  document.getElementById("narrowed-to").textContent = KG.within ? KG.fill("narrowed", KG.within.label) : "";
};

KG.setupWithin = () => document.getElementById("no-within").addEventListener("click", () => KG.write({ ...KG.kept(), within: null }));

KG.withinButton = (node) => (!node || node.kind !== "body" || KG.within === node ? ""
  : KG.el("button", { type: "button", class: "plain", id: "within", onclick: () => KG.write({ within: node.id, more: null }) }, KG.word("within")));

// Meetings of these bodies, the bodies themselves, and people who hold a post in them.
KG.isInside = function (node) {
  if (node.kind === "meeting") return KG.inside.has(node.of);
  return node.kind === "person" ? node.posts.some((link) => KG.inside.has(link.hub)) : KG.inside.has(node.index);
};
KG.isHeldInside = (tenure) => !KG.within || KG.inside.has(tenure.body);

// Hubs with most relations first, each with the leaves that no earlier one has.
KG.aroundParts = function () {
  const plan = { points: new Map(), discs: [], leftOut: 0 };
  const taken = new Set();
  const hubs = KG.data.nodes.filter((node) => !KG.isLeaf(node) && KG.links(node).length && KG.isInside(node))
    .sort((one, other) => KG.links(other).length - KG.links(one).length || one.index - other.index);
  for (const hub of hubs) {
    const leaves = KG.links(hub).map((link) => KG.other(link, hub)).filter((leaf) => KG.isLeaf(leaf) && !taken.has(leaf.index));
    leaves.forEach((leaf) => taken.add(leaf.index));
    const room = KG.withinLimit - plan.points.size - 1;
    const kept = leaves.slice(0, Math.max(0, room));
    plan.leftOut += leaves.length - kept.length + (room < 0 ? 1 : 0);
    if (room < 0) continue;
    KG.putDisc(plan, hub, kept, ...(plan.discs.length ? KG.freePlace(plan.discs, KG.discRadius(kept.length), 0, 0) : [0, 0]));
  }
  return plan;
};

KG.withinSentence = function () {
  const count = KG.bars ? KG.chartRows().tenures.length : KG.plan.points.size;
  const left = KG.bars ? 0 : KG.plan.leftOut;
  const [name, parts] = [KG.within.label, KG.inside.size - 1];
  if (KG.english) return `Only ${name} and its ${parts} parts: ${count} ${KG.bars ? "tenures" : "nodes"}.` + (left ? ` Not drawn, but found by the search: ${left} more.` : "") + KG.placeNote();
  return `只看“${name}”及其下属${parts}个机构，共${count}${KG.bars ? "次任职" : "个节点"}。` + (left ? `另有${left}个未画出，均可查找。` : "") + KG.placeNote();
};
