// What stands around the words: their paragraph, and the whole item as printed. A text is unpacked when it is asked for.
KG.texts = new Map();

KG.text = function (gazette) {
  const packed = document.getElementById("text-" + gazette);
  if (!packed || !packed.textContent) return Promise.resolve(null);
  if (!KG.texts.has(gazette)) KG.texts.set(gazette, KG.unpacked(packed.textContent));
  return KG.texts.get(gazette);
};

KG.unpacked = async function (packed) {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(stream).text()).split("\n");
};

KG.printedAround = function (words, gazette, lines, paper) {
  if (!lines.length || !document.getElementById("text-" + gazette)) return null;
  const place = KG.el("div", {});
  const item = paper === null || paper === undefined ? null : KG.data.papers[paper];
  const button = KG.el("button", { type: "button", class: "plain paragraph", "aria-expanded": "false" }, KG.word("paragraph"));
  button.addEventListener("click", async () => {
    const open = place.children.length > 0;
    button.setAttribute("aria-expanded", String(!open));
    button.textContent = KG.word(open ? "paragraph" : "hide");
    if (open) return place.replaceChildren();
    const text = await KG.text(gazette);
    const [from, to] = text ? KG.paragraph(text, lines) : [0, -1];
    place.replaceChildren(text ? KG.printedLines(text, from, to, words, lines) : KG.el("p", { class: "note" }, KG.word("noText")));
  });
  const whole = item && item[3] ? KG.el("button", { type: "button", class: "plain whole-item", onclick: () => KG.openItem(item, gazette, words, lines) }, KG.word("wholeItem")) : "";
  return KG.el("div", { class: "printed-around" }, button, whole, place);
};

KG.spanOfLines = (start, end) => (KG.english ? `lines ${start}–${end}` : `第${start}–${end}行`);

// Up to an empty line, or as far as a reader can overlook; some sources have an empty line behind each.
KG.paragraph = function (text, lines) {
  const blank = (line) => !(text[line - 1] || "").trim();
  let [from, to] = [lines[0], lines[lines.length - 1]];
  for (let more = 0; more < 6 && from > 1 && (more < 3 || !blank(from - 1)); more++) from--;
  for (let more = 0; more < 6 && to < text.length && (more < 3 || !blank(to + 1)); more++) to++;
  return [from, to];
};

// Lines with their numbers; the words are marked where they stand, across the ends of lines.
KG.printedLines = function (text, from, to, words, lines) {
  const shown = text.slice(from - 1, to);
  const [start, end] = KG.standing(shown.join("\n"), words, shown.slice(0, lines[0] - from).join("\n").length);
  let at = 0;
  const rows = shown.map((line, number) => {
    const [left, right] = [start, end].map((place) => Math.max(0, Math.min(line.length, place - at)));
    at += line.length + 1;
    const told = start < 0 && lines.includes(from + number);
    const parts = told ? [KG.el("mark", {}, line)] : right > left ? [line.slice(0, left), KG.el("mark", {}, line.slice(left, right)), line.slice(right)] : [line];
    return KG.el("li", { value: from + number, class: lines.includes(from + number) ? "told" : null }, ...parts);
  });
  return KG.el("ol", { class: "printed" }, ...rows);
};

// Where words stand in a text that may break them anywhere; -1 where they do not.
KG.standing = function (text, words, from) {
  const wanted = [...words].filter((sign) => sign.trim());
  for (const begin of [Math.max(0, from), 0]) {
    for (let at = text.indexOf(wanted[0], begin); at >= 0; at = text.indexOf(wanted[0], at + 1)) {
      let [place, next] = [at, 0];
      while (next < wanted.length && place < text.length) {
        if (text.startsWith(wanted[next], place)) place += wanted[next++].length;
        else if (text[place].trim() === "") place++;
        else break;
      }
      if (next === wanted.length) return [at, place];
    }
  }
  return [-1, -1];
};

KG.setupPrinted = () => document.getElementById("close-item").addEventListener("click", () => document.getElementById("item").close());

KG.openItem = async function ([title, , start, end], gazette, words, lines) {
  const text = await KG.text(gazette);
  const dialog = document.getElementById("item");
  document.getElementById("item-title").textContent = "《" + title + "》";
  document.getElementById("item-where").textContent = `${KG.gazetteName(gazette)} · ${KG.spanOfLines(start, end)}`;
  const first = Math.min(start, lines[0]);
  document.getElementById("item-text").replaceChildren(text ? KG.printedLines(text, first, Math.max(end, lines[lines.length - 1]), words, lines) : KG.word("noText"));
  dialog.showModal();
  const mark = dialog.querySelector("mark");
  if (mark) mark.scrollIntoView({ block: "center" });
};
