// What the legend hides: kinds, relations and levels. The address keeps it, and the sentence tells it.
KG.hidden = new Set();

KG.hides = () => [...KG.hidden].sort().join(",");

KG.readHidden = function (text) {
  const known = [KG.groups, KG.levels, KG.dayStates, { person: 0 }, ...KG.lensNames.map(KG.statesOf)].flatMap(Object.keys);
  const wanted = text.split(",").filter((name) => known.includes(name));
  if (wanted.length === KG.hidden.size && wanted.every((name) => KG.hidden.has(name))) return;
  KG.hidden = new Set(wanted);
  // What is drawn anew hides by itself.
  if (!KG.drawnLens) return;
  document.querySelectorAll("[data-key]").forEach((key) => key.setAttribute("aria-pressed", String(!KG.hidden.has(key.dataset.key))));
  KG.hideNodes();
  KG.light(KG.lit, KG.litLinks);
  KG.saySentence();
};

// A meeting is of the level of the body that met; of what is no body nothing is asked.
KG.levelOf = function (node) {
  const body = node.kind === "meeting" ? KG.data.nodes[node.of] || {} : node;
  return ["body", "meeting"].includes(node.kind) ? Object.keys(KG.levels)[body.level ?? 4] : null;
};

// Whether a hub is hidden with its family, anything with its level, or a meeting with its day.
KG.isKindOff = (node) => (!KG.isLeaf(node) && KG.hidden.has(node.group)) || KG.hidden.has(KG.levelOf(node));
KG.isOff = (node) => KG.isKindOff(node)
  || (KG.asked !== null && node.kind === "meeting" && KG.isDate(node.date) && !KG.fits(node.date));
KG.isLinkOff = (link) => KG.hidden.has(KG.stateOf(link)) || KG.isOtherTime(link) || [link.leaf, link.hub].some((end) => KG.isOff(KG.data.nodes[end]));

// A leaf hides when every link that is drawn is hidden.
KG.isHidden = function (node) {
  if (KG.isOff(node)) return true;
  const drawn = KG.isLeaf(node) ? KG.links(node).filter((link) => KG.edges.get(link.key)) : [];
  return drawn.length > 0 && drawn.every(KG.isLinkOff);
};

KG.hideNodes = () => KG.nodes.update(KG.nodes.getIds().map((id) => ({ id, hidden: KG.isHidden(KG.data.nodes[id]) })));

// A tenure in a body that is hidden, or in no body that is named.
KG.isTenureOff = ({ body }) => (body === undefined ? KG.hidden.has("noLevel") : [KG.data.nodes[body].group, KG.levelOf(KG.data.nodes[body])].some((name) => KG.hidden.has(name)));

KG.filterSentence = function () {
  const words = { ...KG.legendGroups(), ...KG.legendStates(), ...KG.levels };
  const names = Object.keys(words).filter((name) => KG.hidden.has(name)).map((name) => KG.say(words[name]));
  if (!names.length) return "";
  const count = KG.bars ? KG.chartRows().off : KG.nodes.get().filter((node) => node.hidden).length;
  const many = KG.english ? `${count} ${KG.bars ? "tenures" : "nodes"}` : `${count}${KG.bars ? "次任职" : "个节点"}`;
  return KG.fill("filtered", names.join(KG.english ? ", " : "、") + (KG.english ? ` (${many})` : `（${many}）`));
};
