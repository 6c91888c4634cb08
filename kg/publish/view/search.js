// The search box: a combobox by the book, all of it with the keyboard.
KG.setupSearch = function () {
  const input = document.getElementById("search");
  const list = document.getElementById("found");
  let found = [];
  let active = -1;
  let closing = 0;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const pick = (node) => {
    close();
    input.value = "";
    KG.go(node);
    document.getElementById("panel").focus({ preventScroll: true });
  };
  const mark = (next) => {
    active = found.length ? (next + found.length) % found.length : -1;
    [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === active)));
    if (active < 0) return;
    input.setAttribute("aria-activedescendant", "found-" + active);
    list.children[active].scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    found = KG.find(input.value, 12);
    list.replaceChildren(...found.map((node, at) => KG.searchRow(node, at, pick)));
    if (input.value.trim() && found.length === 0) list.append(KG.el("li", { class: "empty", role: "option" }, KG.word("none")));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(0);
  };

  input.addEventListener("input", show);
  // A click on the list takes the focus first; whoever is back sooner keeps the list.
  input.addEventListener("focus", () => (clearTimeout(closing), input.value && show()));
  input.addEventListener("blur", () => (closing = setTimeout(close, 150)));
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") mark(active + 1);
    else if (event.key === "ArrowUp") mark(active - 1);
    else if (event.key === "Enter" && found[active]) pick(found[active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
    }
  });
};

KG.searchRow = function (node, at, pick) {
  const row = KG.el("li", { role: "option", id: "found-" + at, class: node.kind },
    KG.el("span", { class: "dot " + (node.group || node.sort) }),
    KG.el("span", { class: "name" }, node.kind === "person" ? node.label : node.name),
    KG.el("span", { class: "more" }, KG.describe(node)));
  row.addEventListener("mousedown", (event) => {
    event.preventDefault();
    pick(node);
  });
  return row;
};

// What a node is; of two of one name the label tells the place or the post already.
KG.describe = function (node) {
  if (node.kind === "body") return KG.say(KG.types[node.type] || KG.types.other);
  if (node.kind === "meeting") return [KG.word("meeting"), node.date].filter(Boolean).join(" · ");
  if (node.kind === "task") return KG.say(KG.taskSorts[node.sort]);
  const link = KG.mainLink(node);
  const post = link ? KG.data.nodes[link.hub].label + KG.titleOf(link) : "";
  return post && post !== node.mark ? post : KG.word("person");
};
