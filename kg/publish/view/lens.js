// What can be looked at. Each lens is a network of hubs, drawn in the middle of discs, and leaves around them.
KG.lensNames = ["posts", "duties", "meetings", "bodies", "people", "projects"];
KG.lens = "posts";

KG.leafKinds = { posts: ["person"], duties: ["task"], meetings: ["person", "task"], projects: ["task"], bodies: [], people: [] };
KG.noView = { nodes: [], edges: [], discs: [], slot: [114, 78], shown: [0, 0], leftOut: [0, 0, 0, 0] };
KG.view = () => KG.data.views[KG.lens] || KG.noView;
KG.links = (node) => node[KG.lens];
KG.isLeaf = (node) => (KG.lens === "bodies" ? node.parts.length === 0 : KG.leafKinds[KG.lens].includes(node.kind));

// What an edge may be in a lens, the strongest first, each with its word.
KG.statesOf = (lens) => ({ posts: KG.states, duties: KG.roles, meetings: KG.met, bodies: KG.belongs, projects: KG.projectStates }[lens] || {});
KG.rank = (link) => Object.keys(KG.statesOf(link.lens)).indexOf(link.state);

// The kinds of hubs that the legend of a lens names.
KG.kindsOf = function (lens) {
  if (lens === "meetings") return { congress: KG.words.meeting };
  if (lens === "people") return {};
  return lens === "duties" || lens === "projects" ? { ...KG.groups, person: KG.words.person } : KG.groups;
};

// Stay in the lens that is looked through, unless it knows nothing of the node and another one does.
KG.lensFor = function (node, lens = KG.lens) {
  if (KG.knows(lens, node)) return lens;
  const other = ["posts", "duties", "projects", "meetings", "bodies"].find((name) => KG.knows(name, node));
  return other || { task: "duties", meeting: "meetings", sector: "projects" }[node.kind] || (lens === "people" ? "posts" : lens);
};

KG.knows = (lens, node) => (lens === "people" ? node.kind === "person" && node.tenures.length > 0 : node[lens].length > 0);

// Posts alone are held from a day to a day.
KG.isTimed = () => KG.lens === "posts" || KG.bars;
KG.hasBars = (lens) => ["posts", "bodies", "people"].includes(lens);

KG.lensSentence = function (lens, view) {
  const say = { posts: KG.sentence, duties: KG.dutiesSentence, people: KG.peopleSentence }[lens];
  return say ? say(view.shown, view.leftOut) : KG.countSentence(lens, view.shown, view.leftOut);
};
