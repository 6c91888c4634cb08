// How nodes look on the canvas. Sizes are in the units of the drawing.
KG.fonts = '"Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC","PingFang SC","Hiragino Sans GB","Microsoft YaHei",system-ui,sans-serif';
KG.colours = {
  congress: "#1b4f8f",
  government: "#0b7261",
  justice: "#7d3c78",
  party: "#a8480f",
  other: "#59626e",
  person: "#20262e",
};
KG.roleColours = {
  lead: "#c0392b",
  answer: "#b5770d",
  acts: "#4b7a1e",
  head: "#7d3c78",
  handle: "#0b7261",
  assist: "#59626e",
  member: "#8a8f98",
  entrusted: "#2a6fb0",
};
// Told by the pattern of the line as well, or by the mark: colour alone tells nobody anything.
KG.stateColours = {
  ...KG.roleColours,
  decided: "#0b7261", opinion: "#a8480f", changed: "#7d3c78", voted: "#b5770d", present: "#59626e", observer: "#59626e", on_leave: "#8a8f98",
  completed: "#0b7261", under_construction: "#2a6fb0", started: "#b5770d", planned: "#7d3c78", unstated: "#8a8f98", part: "#59626e",
};
KG.dashes = {
  left: [7, 5], undated: [9, 4, 2, 4], proposed: [2, 4], seen: [1, 5], possible: [7, 5], assist: [7, 5], member: [2, 4],
  opinion: [9, 4], voted: [9, 4, 2, 4], observer: [2, 4], on_leave: [1, 5], under_construction: [12, 3], started: [7, 5], planned: [2, 4], unstated: [1, 5],
};
// One word, two lenses: a report answers, and somebody answers for something.
KG.stateColour = (link) => (link.lens === "meetings" && link.state === "answer" ? "#2a6fb0" : KG.stateColours[link.state] || KG.colours.other);
KG.paper = "#fbfaf7";
KG.ink = "#20262e";
KG.quiet = "#5d6570";
KG.halo = "rgba(251,250,247,.92)";
KG.onPill = "#fff";

// On a dark ground the same hues, lighter, with dark words on them.
KG.darken = function () {
  if (!matchMedia("(prefers-color-scheme: dark)").matches) return;
  Object.assign(KG.colours, { congress: "#7fb0f2", government: "#4cc3ab", justice: "#cf93ca", party: "#f0a06a", other: "#a4acb8", person: "#d5d8dd" });
  const light = { lead: "#f08478", answer: "#e3b04f", acts: "#9fcf6b", head: "#cf93ca", handle: "#4cc3ab", assist: "#a4acb8", member: "#a4acb8", entrusted: "#7fb0f2",
    decided: "#4cc3ab", opinion: "#f0a06a", changed: "#cf93ca", voted: "#e3b04f", present: "#a4acb8", observer: "#a4acb8", on_leave: "#a4acb8",
    completed: "#4cc3ab", under_construction: "#7fb0f2", started: "#e3b04f", planned: "#cf93ca", unstated: "#a4acb8", part: "#a4acb8" };
  Object.assign(KG.stateColours, light);
  Object.assign(KG, { paper: "#14181e", ink: "#e8e6e1", quiet: "#a4acb8", halo: "rgba(20,24,30,.92)", onPill: "#10141a" });
};

// What is lit up: null, or the set of node numbers that belong to the choice.
KG.lit = null;
KG.hovered = null;

KG.tint = function (colour, alpha) {
  const part = (at) => parseInt(colour.slice(at, at + 2), 16);
  return `rgba(${part(1)},${part(3)},${part(5)},${alpha})`;
};

// A long name in up to three lines, broken behind the parts that such names are made of.
KG.lines = function (label) {
  // Words in Latin letters are never broken.
  if (/^[ -~]+$/.test(label) && label.length < 40) return label.split(" ").slice(0, 3);
  const parts = label.split(/(?<=代表大会|常务委员会|人民政府|人民法院|人民检察院|中国共产党)(?=.{2})|(?<=^.{3,})(?=人民代表大会|人民政府|人民法院|人民检察院)/);
  const lines = [];
  for (const part of parts.flatMap(KG.halves)) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + part.length <= 7) lines[last] += part;
    else lines.push(part);
  }
  return lines.length > 3 ? [...lines.slice(0, 2), KG.clip(lines.slice(2).join(""), 11)] : lines;
};

// How many signs wide a text is; Latin letters are about half as wide.
KG.signs = (text) => [...text].reduce((sum, sign) => sum + (sign < "\u0100" ? 0.58 : 1), 0);

KG.halves = function (part) {
  if (part.length <= 9) return [part];
  const half = Math.ceil(Math.min(part.length, 20) / 2);
  return [part.slice(0, half), KG.clip(part.slice(half), 10)];
};

KG.clip = (text, length) => (text.length > length ? text.slice(0, length - 1) + "…" : text);

// Text keeps a readable size on the screen as far as its disc has room.
KG.fontSize = (base, largest, least) => Math.max(base, Math.min(largest, least / KG.network.getScale()));

KG.paintBody = function (ctx, id, x, y, node) {
  const lines = KG.lines(node.label);
  const longest = Math.max(...lines.map(KG.signs));
  const size = KG.fontSize(12, Math.min(node.largest, 152 / longest, 56 / (lines.length * 1.28)), 11);
  ctx.font = `600 ${size}px ${KG.fonts}`;
  const width = Math.max(...lines.map((line) => ctx.measureText(line).width)) + size * 1.3;
  const height = lines.length * size * 1.28 + size * 0.75;
  return {
    nodeDimensions: { width, height },
    drawNode() {
      ctx.save();
      ctx.globalAlpha = KG.lit && !KG.lit.has(id) ? 0.3 : 1;
      const chosen = KG.chosen === id;
      ctx.beginPath();
      ctx.roundRect(x - width / 2, y - height / 2, width, height, Math.min(height / 2, size * 0.75));
      ctx.fillStyle = KG.colours[node.group] || KG.colours.other;
      ctx.fill();
      if (chosen || KG.hovered === id) {
        ctx.lineWidth = chosen ? 3 : 1.5;
        ctx.strokeStyle = chosen ? "#e0a100" : KG.paper;
        ctx.stroke();
      }
      ctx.fillStyle = KG.onPill;
      ctx.font = `600 ${size}px ${KG.fonts}`;
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      lines.forEach((line, at) => ctx.fillText(line, x, y + (at - (lines.length - 1) / 2) * size * 1.28));
      ctx.restore();
    },
  };
};

// How a person looks: by the relation drawn, and on a day by all of them.
KG.personState = ({ node, link }) => (KG.day === null || KG.lens !== "posts" ? (link ? link.state : "seen") : node.now);

KG.paintPerson = function (ctx, id, x, y, look) {
  const scale = KG.network.getScale();
  const size = KG.fontSize(13, 16, 10.5);
  const chosen = KG.chosen === id;
  const near = KG.lit && KG.lit.has(id);
  return {
    nodeDimensions: { width: 62, height: 46 },
    drawNode() {
      ctx.save();
      const state = KG.personState(look);
      const solid = ["known", "certain", "present", "changed"].includes(state);
      ctx.globalAlpha = KG.lit && !near ? 0.28 : state === "out" && !chosen ? 0.4 : 1;
      const colour = KG.colours[look.group] || KG.colours.other;
      ctx.beginPath();
      ctx.arc(x, y, chosen ? 7 : 5, 0, 2 * Math.PI);
      ctx.fillStyle = solid ? colour : KG.paper;
      ctx.fill();
      ctx.lineWidth = chosen ? 3 : 1.6;
      ctx.strokeStyle = chosen ? "#e0a100" : solid ? KG.paper : KG.tint(colour, 0.8);
      ctx.setLineDash(state === "possible" || state === "undated" ? [3, 2.2] : []);
      ctx.stroke();
      ctx.setLineDash([]);
      if (size * scale >= 5.5 || near) KG.paintNames(ctx, x, y, look, size, scale);
      ctx.restore();
    },
  };
};

KG.paintNames = function (ctx, x, y, look, size, scale) {
  const { node, link } = look;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.strokeStyle = KG.halo;
  ctx.lineWidth = 3;
  // A long name is written smaller, and cut only where even that is too long for its place.
  const fitting = Math.min(size, Math.max(9.5, 88 / node.name.length));
  const name = KG.clip(node.name, Math.floor(90 / fitting));
  ctx.font = `600 ${fitting}px ${KG.fonts}`;
  ctx.strokeText(name, x, y + 8);
  ctx.fillStyle = ["known", "certain"].includes(KG.personState(look)) ? KG.ink : KG.quiet;
  ctx.fillText(name, x, y + 8);
  const small = KG.fontSize(10.5, 13, 8.5);
  // Two of one name are told apart by what stands below it: the post at this body, or else more.
  const title = KG.titleOf(link);
  const mark = node.mark && !(title && node.mark.startsWith(KG.data.nodes[link.hub].label)) ? node.mark : "";
  const words = [mark, title].filter(Boolean).join(" ");
  if (!words || small * scale < 5.5) return;
  const role = KG.clip(words, Math.floor(88 / small));
  ctx.font = `400 ${small}px ${KG.fonts}`;
  ctx.strokeText(role, x, y + 9 + size);
  ctx.fillStyle = KG.quiet;
  ctx.fillText(role, x, y + 9 + size);
};

// The soft ground below a body and its people.
KG.paintDiscs = function (ctx) {
  const [wide, high] = KG.view().slot;
  for (const disc of KG.discs) {
    const body = KG.data.nodes[disc.hub];
    if (KG.isOff(body)) continue;
    const colour = KG.colours[body.group] || KG.colours.other;
    const faint = KG.lit && !KG.lit.has(disc.hub);
    ctx.beginPath();
    ctx.ellipse(disc.x * wide, disc.y * high + 9, (disc.radius - 0.1) * wide, (disc.radius - 0.06) * high, 0, 0, 2 * Math.PI);
    ctx.fillStyle = KG.tint(colour, faint ? 0.025 : 0.065);
    ctx.fill();
  }
};

KG.edgeLook = function (link) {
  if (link.lens !== "posts") return KG.plainLook(link);
  const body = KG.data.nodes[link.hub];
  const colour = KG.colours[body.group] || KG.colours.other;
  const on = !KG.lit || (KG.litLinks && KG.litLinks.has(link.key));
  const state = KG.stateOf(link);
  const strength = { left: 0.3, seen: 0.16, certain: 0.8, possible: 0.55, out: 0.06 }[state] || 0.34;
  const chosen = KG.chosenLink === link.key;
  return {
    color: { color: chosen ? "#e0a100" : KG.tint(colour, KG.lit ? (on ? (state === "out" ? 0.2 : 0.75) : 0.04) : strength), inherit: false },
    width: chosen ? 4 : KG.lit && on ? 1.8 : 1.1,
    dashes: KG.dashes[state] || false,
    hidden: KG.isLinkOff(link),
  };
};

// An edge has the colour and the pattern of its state; a duty says its role as printed in its middle.
KG.plainLook = function (link) {
  const on = !KG.lit || (KG.litLinks && KG.litLinks.has(link.key));
  const chosen = KG.chosenLink === link.key;
  const colour = KG.stateColour(link);
  const quiet = KG.lens === "meetings" && ["present", "observer", "on_leave"].includes(link.state);
  const alpha = KG.lit ? (on ? 0.95 : 0.06) : quiet ? 0.25 : 0.6;
  return {
    color: { color: chosen ? "#e0a100" : KG.tint(colour, alpha), inherit: false },
    width: chosen ? 4 : KG.lit && on ? 2.2 : 1.5,
    dashes: KG.dashes[link.state] || false,
    label: link.lens === "duties" ? KG.titleOf(link) : undefined,
    font: { face: KG.fonts, size: KG.lit && on ? 12 : 11, color: KG.tint(colour, on ? 1 : 0.1), strokeWidth: on ? 4 : 0, strokeColor: KG.paper, align: "horizontal" },
    hidden: KG.isLinkOff(link),
  };
};

// What somebody answers for: a disc for a task, a diamond for a project, a sheet for a report.
KG.paintTask = function (ctx, id, x, y, node) {
  const chosen = KG.chosen === id;
  const near = KG.lit && KG.lit.has(id);
  const size = KG.fontSize(11.5, 14.5, 9.5);
  return {
    nodeDimensions: { width: 104, height: 62 },
    drawNode() {
      ctx.save();
      ctx.globalAlpha = KG.lit && !near ? 0.25 : 1;
      KG.markTask(ctx, node.sort, x, y, chosen ? 8 : 6);
      ctx.fillStyle = node.group ? KG.colours[node.group] || KG.colours.other : KG.stateColour({ lens: KG.lens, state: node.link ? node.link.state : null });
      ctx.fill();
      ctx.lineWidth = chosen ? 3 : 1.5;
      ctx.strokeStyle = chosen ? "#e0a100" : KG.hovered === id ? KG.ink : KG.paper;
      ctx.stroke();
      if (size * KG.network.getScale() >= 5 || near) KG.paintWords(ctx, x, y + 9, node.label, size);
      ctx.restore();
    },
  };
};

KG.markTask = function (ctx, sort, x, y, reach) {
  ctx.beginPath();
  if (sort === "project" || sort === "opinion") {
    [[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]].forEach(([dx, dy]) => ctx.lineTo(x + dx * reach, y + dy * reach));
    ctx.closePath();
  } else if (sort === "report" || sort === "decision" || sort === "answer") ctx.rect(x - reach * 0.8, y - reach, reach * 1.6, reach * 2);
  else ctx.arc(x, y, reach, 0, 2 * Math.PI);
};

// Up to three lines of a width that the place has room for; a number is not broken.
KG.wrapped = function (label, room) {
  const lines = [""];
  // Lines of about one length: a last line of one sign looks like a mistake.
  const whole = KG.signs(label);
  const wide = whole > 3 * room ? room : Math.min(room, whole / Math.ceil(whole / room) + 0.6);
  for (const part of label.match(/[（《“〔]*(?:[\w.,%]+|.)[）》”〕，、；：]*/gsu) || []) {
    if (lines[lines.length - 1] && KG.signs(lines[lines.length - 1] + part) > wide) lines.push("");
    lines[lines.length - 1] += part;
  }
  return lines.length > 3 ? [lines[0], lines[1], lines[2].slice(0, -1) + "…"] : lines;
};

KG.paintWords = function (ctx, x, y, label, size) {
  const lines = KG.wrapped(label, 108 / size);
  ctx.font = `400 ${size}px ${KG.fonts}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineJoin = "round";
  ctx.strokeStyle = KG.halo;
  ctx.lineWidth = 3;
  ctx.fillStyle = KG.ink;
  lines.forEach((line, at) => {
    ctx.strokeText(line, x, y + at * size * 1.22);
    ctx.fillText(line, x, y + at * size * 1.22);
  });
};
