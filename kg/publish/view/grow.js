// More of what is drawn: whoever is linked to a node and not drawn yet, put where there is room, the same each time.
KG.more = [];
KG.growLimit = 60;

KG.missing = (node) => KG.links(node).map((link) => KG.other(link, node)).filter((other) => !KG.nodes.get(other.index));

// Around a hub its leaves in a disc of their own; beside a leaf the hubs that it has as well.
KG.grown = function (drawn, discs) {
  const places = new Map(drawn.map((place) => [place.id, place]));
  const all = [...discs];
  const [wide, high] = KG.view().slot;
  for (const node of KG.more) {
    const at = places.get(node.index);
    if (!at) continue;
    const missing = KG.links(node).map((link) => KG.other(link, node)).filter((other) => !places.has(other.index)).slice(0, KG.growLimit);
    const groups = KG.isLeaf(node) ? missing.map((hub) => [hub, []]) : [[node, missing]];
    for (const [hub, leaves] of groups.filter(([hub, group]) => group.length || hub !== node)) {
      const radius = KG.discRadius(leaves.length);
      const [x, y] = KG.freePlace(all, radius, at.x / wide, at.y / high);
      const plan = { points: new Map(), discs: [] };
      KG.putDisc(plan, hub, leaves, x, y);
      all.push(...plan.discs);
      plan.points.forEach(([px, py], id) => places.has(id) || places.set(id, { id, x: px * wide, y: py * high }));
    }
  }
  return { nodes: [...places.values()], discs: all };
};

// The nearest place around a point where a disc lies on no other.
KG.freePlace = function (discs, radius, x, y) {
  for (let reach = radius; ; reach += 0.5) {
    for (let step = 0; step < 24; step++) {
      const [px, py] = [x + reach * Math.cos((step * Math.PI) / 12), y + reach * Math.sin((step * Math.PI) / 12)];
      if (discs.every((disc) => Math.hypot(disc.x - px, disc.y - py) >= disc.radius + radius)) return [px, py];
    }
  }
};

KG.growButton = function (node) {
  if (!node || KG.bars || !KG.nodes.get(node.index)) return "";
  const missing = Math.min(KG.growLimit, KG.missing(node).length);
  if (!missing) return "";
  const grow = () => KG.write({ id: node.id, ...(KG.focus ? { alone: "1", of: KG.focus.id } : {}), more: [...KG.more.map((one) => one.id), node.id] });
  return KG.el("button", { type: "button", class: "plain", id: "grow", onclick: grow }, KG.fill("grow", String(missing)));
};
