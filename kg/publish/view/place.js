// Where nodes stand when the relations of one of them are drawn alone. The first view is placed beforehand, not here.
KG.firstRing = 0.45;
KG.ringRoom = (ring) => Math.floor(2 * Math.PI * (ring + KG.firstRing));

// Radius, height of the body, and rows of people as [how many, height]: the same as in kg/network/layout.py.
KG.small = [
  [0.8, 0, []],
  [1.18, -0.5, [[1, 0.42]]],
  [1.2, -0.5, [[2, 0.42]]],
  [1.55, -0.5, [[3, 0.42]]],
  [1.5, -0.95, [[2, -0.05], [2, 0.88]]],
  [1.85, -0.95, [[3, -0.05], [2, 0.88]]],
  [1.85, -0.95, [[3, -0.05], [3, 0.88]]],
];

KG.discRadius = function (people) {
  if (people < KG.small.length) return KG.small[people][0];
  let ring = 0;
  for (let room = 0; room < people; ) room += KG.ringRoom(++ring);
  return ring + KG.firstRing + 0.7;
};

KG.slots = function (people) {
  if (people < KG.small.length) {
    const [, top, rows] = KG.small[people];
    const around = rows.flatMap(([count, y]) => Array.from({ length: count }, (_, at) => [at - (count - 1) / 2, y]));
    return { centre: [0, top], around };
  }
  const around = [];
  for (let ring = 1, left = people; left > 0; left -= KG.ringRoom(ring++)) {
    const count = Math.min(left, KG.ringRoom(ring));
    for (let at = 0; at < count; at++) {
      const angle = (2 * Math.PI * (at + 0.5 * (ring % 2))) / count - Math.PI / 2;
      around.push([(ring + KG.firstRing) * Math.cos(angle), (ring + KG.firstRing) * Math.sin(angle)]);
    }
  }
  return { centre: [0, 0], around };
};

KG.putDisc = function (plan, hub, people, x, y) {
  const { centre, around } = KG.slots(people.length);
  plan.discs.push({ hub: hub.index, x, y, radius: KG.discRadius(people.length) });
  plan.points.set(hub.index, [x + centre[0], y + centre[1]]);
  people.forEach((person, at) => plan.points.set(person.index, [x + around[at][0], y + around[at][1]]));
};

// Discs of these sizes around a middle of that size, none on another.
KG.onCircle = function (sizes, middle) {
  if (sizes.length === 0) return [];
  const largest = Math.max(...sizes);
  const total = sizes.reduce((sum, size) => sum + 2 * size + 0.3, 0);
  const reach = Math.max(middle + largest + 0.3, total / (2 * Math.PI) + (sizes.length > 2 ? 0.2 : 0));
  let angle = sizes.length === 2 ? 0 : -Math.PI / 2;
  let before = 0;
  return sizes.map((size, at) => {
    if (at > 0) angle += ((before + size + 0.3) / total) * 2 * Math.PI;
    before = size;
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  });
};

KG.around = (node) => (KG.isLeaf(node) ? KG.aroundLeaf(node) : KG.aroundHub(node));

KG.aroundLeaf = function (leaf) {
  const links = KG.links(leaf);
  const plan = { points: new Map([[leaf.index, [0, -0.1]]]), discs: [], leftOut: 0 };
  const hubs = links.slice(0, 12).map((link) => KG.other(link, leaf));
  plan.leftOut += links.length - hubs.length;
  const seen = new Set([leaf.index]);
  const groups = hubs.map((hub) => {
    const others = KG.links(hub).filter((link) => link.state !== "seen").map((link) => KG.other(link, hub))
      .filter((other) => !seen.has(other.index));
    const kept = others.slice(0, hubs.length > 4 ? 6 : 12);
    kept.forEach((other) => seen.add(other.index));
    plan.leftOut += others.length - kept.length;
    return kept;
  });
  const places = KG.onCircle(groups.map((group) => KG.discRadius(group.length)), 0.9);
  hubs.forEach((hub, at) => KG.putDisc(plan, hub, groups[at], ...places[at]));
  return plan;
};

KG.aroundHub = function (hub) {
  const plan = { points: new Map(), discs: [], leftOut: 0 };
  const leaves = KG.links(hub).map((link) => KG.other(link, hub));
  const kept = leaves.slice(0, 150);
  KG.putDisc(plan, hub, kept, 0, 0);
  const near = KG.lens === "posts" ? KG.family(hub) : KG.lens === "bodies" ? [] : KG.sharing(hub, kept);
  const related = near.slice(0, 24);
  plan.leftOut = leaves.length - kept.length + near.length - related.length;
  const places = KG.onCircle(related.map(() => 1.1), KG.discRadius(kept.length));
  related.forEach((other, at) => KG.putDisc(plan, other, [], ...places[at]));
  return plan;
};

KG.family = (body) => [...(body.parent === undefined || body.parent === null ? [] : [KG.data.nodes[body.parent]]), ...body.parts];

// Who else answers for the same.
KG.sharing = function (hub, leaves) {
  const others = leaves.flatMap((leaf) => KG.links(leaf).map((link) => KG.other(link, leaf)));
  return [...new Set(others)].filter((other) => other !== hub);
};
