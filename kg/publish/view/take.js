// What is taken away: pictures, a table, and the question that gives what is looked at.
KG.setupTake = function () {
  const does = { png: KG.takePng, svg: KG.takeSvg, csv: KG.takeCsv, sparql: KG.takeSparql, print: () => window.print() };
  for (const [name, take] of Object.entries(does)) {
    document.getElementById("take-" + name).addEventListener("click", () => {
      document.getElementById("take").open = false;
      take();
    });
  }
  document.getElementById("close-sparql").addEventListener("click", () => document.getElementById("sparql").close());
  document.getElementById("copy-sparql").addEventListener("click", KG.copySparql);
};

KG.save = function (blob, ending) {
  const node = KG.chosen === null ? KG.focus : KG.data.nodes[KG.chosen];
  const name = [KG.lens, node ? node.name : "", KG.day || (KG.asked || { day: "" }).day].filter(Boolean).join("-").replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, 80);
  const link = KG.el("a", { download: `${name}.${ending}`, href: URL.createObjectURL(blob) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

KG.takePng = async function () {
  const picture = KG.vector();
  const [wide, high] = ["width", "height"].map((name) => Number(picture.getAttribute(name)));
  const scale = Math.min(2, 8000 / Math.max(wide, high));
  const image = new Image();
  const address = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(KG.asText(picture));
  await new Promise((done, failed) => Object.assign(image, { onload: done, onerror: failed, src: address }));
  const canvas = KG.el("canvas", { width: Math.round(wide * scale), height: Math.round(high * scale) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => KG.save(blob, "png"), "image/png");
};

KG.takeSvg = () => KG.save(new Blob([KG.asText(KG.vector())], { type: "image/svg+xml" }), "svg");
KG.asText = (picture) => '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(picture);

// One line a relation that is drawn, with every tenure and every passage that tells it.
KG.shownLinks = function () {
  if (KG.bars) return [...new Set(KG.chartRows().tenures.map(({ tenure }) => KG.linkByKey.get(`posts.${tenure.person}-${tenure.body}`)).filter(Boolean))];
  const hidden = (end) => (KG.nodes.get(end) || { hidden: true }).hidden;
  return KG.edges.get().filter((edge) => !edge.hidden && !hidden(edge.from) && !hidden(edge.to)).map((edge) => KG.linkByKey.get(edge.id));
};

KG.csvHead = ["lens", "from", "from_id", "to", "to_id", "state", "title", "start_earliest", "start_latest", "end_earliest", "end_latest", "date", "event", "gazette", "lines", "words"];

KG.csvRows = function () {
  return KG.shownLinks().flatMap((link) => {
    const [leaf, hub] = [KG.data.nodes[link.leaf], KG.data.nodes[link.hub]];
    const begin = [link.lens, leaf.name, leaf.id, hub.name, hub.id, KG.stateOf(link), KG.titleOf(link)];
    const tenures = link.tenures.map((tenure) => [...begin.slice(0, 6), tenure.title, ...tenure.bounds, "", "tenure", "", "", ""]);
    const told = [...link.facts, ...link.said].flatMap((row) => row.quotes.map(([gazette, lines, words]) =>
      [...begin, "", "", "", "", row.date, row.event || row.kind, (KG.data.gazettes[gazette] || {}).stem, lines.join(" "), KG.data.words[words]]));
    const rows = [...tenures, ...told];
    return rows.length ? rows : [[...begin, "", "", "", "", "", "", "", "", ""]];
  });
};

// A cell that a spreadsheet would take for a formula is only text.
KG.cell = function (value) {
  const text = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

KG.csv = () => [KG.csvHead, ...KG.csvRows()].map((row) => row.map(KG.cell).join(",") + "\r\n").join("");
KG.takeCsv = () => KG.save(new Blob(["\ufeff" + KG.csv()], { type: "text/csv;charset=utf-8" }), "csv");

KG.takeSparql = function () {
  const text = KG.question();
  document.getElementById("sparql-text").value = text;
  const link = document.getElementById("on-server");
  const address = `sparql?lang=${KG.english ? "en" : "zh"}&query=${encodeURIComponent(text)}`;
  // Servers refuse an address that is longer than what they read at once.
  const served = /^https?:$/.test(location.protocol) && address.length < 50000;
  link.hidden = !served;
  if (served) link.setAttribute("href", address);
  document.getElementById("copy-sparql").textContent = KG.word("copy");
  document.getElementById("sparql").showModal();
};

KG.copySparql = async function () {
  const field = document.getElementById("sparql-text");
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    document.execCommand("copy");
  }
  document.getElementById("copy-sparql").textContent = KG.word("copied");
};
