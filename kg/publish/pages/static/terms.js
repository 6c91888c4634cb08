// Completion of terms in a text area: a list below it, led by the arrows, as the pattern of a combobox says.
const MOST = 10;
const TOKEN = /(?:^|[\s({[;,.|/^!])((?:[a-z]+:)?[\p{L}\p{N}_-]*)$/u;

/** The terms that what is typed may mean, the likeliest first: by name, or by a label in either language. */
export function suggested(terms, typed) {
  const text = typed.toLowerCase();
  const bare = text.replace(/^[a-z]+:/, "");
  if (!text.includes(":") && (/^[\x00-\x7f]*$/.test(text) ? text.length < 3 : text.length < 1)) return [];
  const rank = (term) => {
    const name = term.name.toLowerCase();
    const local = name.replace(/^[a-z]+:/, "");
    if (name === text) return -1;
    if (name.startsWith(text) || (text.startsWith("gz:") && local.startsWith(bare))) return 0;
    if (text.includes(":") && !name.startsWith(text.split(":")[0] + ":")) return -1;
    if (local.startsWith(bare) || term.zh.startsWith(bare)) return 1;
    return local.includes(bare) || term.zh.includes(bare) || term.en.toLowerCase().includes(bare) ? 2 : -1;
  };
  return terms
    .map((term) => [rank(term), term])
    .filter(([found]) => found >= 0)
    .sort((a, b) => a[0] - b[0] || (a[1].name < b[1].name ? -1 : 1))
    .slice(0, MOST)
    .map(([, term]) => term);
}

export function complete(area, list, terms) {
  let active = -1;
  let shown = [];

  const token = () => {
    const before = area.value.slice(0, area.selectionStart);
    const line = before.slice(before.lastIndexOf("\n") + 1);
    return area.selectionStart === area.selectionEnd && !line.trimStart().startsWith("#") ? (TOKEN.exec(line)?.[1] ?? "") : "";
  };

  const close = () => {
    shown = [];
    active = -1;
    list.hidden = true;
    area.removeAttribute("aria-activedescendant");
  };

  const mark = () => {
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    if (active < 0) area.removeAttribute("aria-activedescendant");
    else area.setAttribute("aria-activedescendant", `term-${active}`);
    list.children[active]?.scrollIntoView({ block: "nearest" });
  };

  const take = (place) => {
    const typed = token();
    area.setRangeText(shown[place].name, area.selectionStart - typed.length, area.selectionStart, "end");
    close();
    area.focus();
  };

  const open = () => {
    const typed = token();
    shown = typed ? suggested(terms, typed) : [];
    active = -1;
    list.hidden = shown.length === 0;
    list.replaceChildren(...shown.map((term, place) => item(term, place, take)));
    mark();
  };

  area.addEventListener("input", open);
  area.addEventListener("blur", () => setTimeout(close, 150));
  area.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      active = (active + step + shown.length + (active < 0 && step < 0 ? 1 : 0)) % shown.length;
      mark();
    } else if ((event.key === "Enter" || event.key === "Tab") && active >= 0 && !event.ctrlKey) take(active);
    else return;
    event.preventDefault();
  });
}

function item(term, place, take) {
  const found = document.createElement("li");
  found.id = `term-${place}`;
  found.setAttribute("role", "option");
  const name = document.createElement("code");
  name.textContent = term.name;
  const label = document.createElement("span");
  label.textContent = `${term.zh} · ${term.en}`;
  found.append(name, label);
  found.addEventListener("mousedown", (event) => {
    event.preventDefault();
    take(place);
  });
  return found;
}
