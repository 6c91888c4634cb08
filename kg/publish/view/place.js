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

KG.putDisc = function (plan, body, people, x, y) {
  const { centre, around } = KG.slots(people.length);
  plan.discs.push({ body: body.index, x, y, radius: KG.discRadius(people.length) });
  plan.points.set(body.index, [x + centre[0], y + centre[1]]);
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

KG.around = function (node) {
  return node.kind === "person" ? KG.aroundPerson(node) : KG.aroundBody(node);
};

KG.aroundPerson = function (person) {
  const plan = { points: new Map([[person.index, [0, -0.1]]]), discs: [], leftOut: 0 };
  const bodies = person.links.slice(0, 12).map((link) => KG.other(link, person));
  plan.leftOut += person.links.length - bodies.length;
  const seen = new Set([person.index]);
  const groups = bodies.map((body) => {
    const others = body.links.filter((link) => link.state !== "seen").map((link) => KG.other(link, body))
      .filter((other) => !seen.has(other.index));
    const kept = others.slice(0, bodies.length > 4 ? 6 : 12);
    kept.forEach((other) => seen.add(other.index));
    plan.leftOut += others.length - kept.length;
    return kept;
  });
  const places = KG.onCircle(groups.map((group) => KG.discRadius(group.length)), 0.9);
  bodies.forEach((body, at) => KG.putDisc(plan, body, groups[at], ...places[at]));
  return plan;
};

KG.aroundBody = function (body) {
  const plan = { points: new Map(), discs: [], leftOut: 0 };
  const people = body.links.map((link) => KG.other(link, body));
  const kept = people.slice(0, 150);
  KG.putDisc(plan, body, kept, 0, 0);
  const parent = body.parent === undefined || body.parent === null ? [] : [KG.data.nodes[body.parent]];
  const related = [...parent, ...body.parts].slice(0, 24);
  plan.leftOut = people.length - kept.length + parent.length + body.parts.length - related.length;
  const places = KG.onCircle(related.map(() => 1.1), KG.discRadius(kept.length));
  related.forEach((other, at) => KG.putDisc(plan, other, [], ...places[at]));
  return plan;
};
