// The view as SVG: the same painters that draw on the canvas, on a context that writes down what they do.
KG.vector = () => (KG.bars ? KG.vectorOfBars() : KG.vectorOfNetwork());

// The styles of the page are written into the copy, since a file of its own has no style sheet.
KG.vectorOfBars = function () {
  const drawn = document.getElementById("bars");
  const copy = drawn ? drawn.cloneNode(true) : KG.svg("svg", { width: 10, height: 10 });
  const originals = drawn ? drawn.querySelectorAll("*") : [];
  copy.querySelectorAll("*").forEach((element, at) => {
    const style = getComputedStyle(originals[at]);
    for (const name of ["fill", "stroke", "stroke-width", "opacity", "font-size", "font-family", "font-weight"]) {
      if (!(name === "fill" && element.getAttribute("fill"))) element.setAttribute(name, style.getPropertyValue(name));
    }
  });
  copy.prepend(KG.svg("rect", { width: "100%", height: "100%", fill: KG.paper }));
  return copy;
};

KG.vectorOfNetwork = function () {
  const [wide, high] = KG.view().slot;
  const box = KG.drawnBox(wide, high);
  const size = { width: Math.ceil(box.right - box.left), height: Math.ceil(box.bottom - box.top) };
  const picture = KG.svg("svg", { ...size, viewBox: `${box.left} ${box.top} ${size.width} ${size.height}` });
  picture.append(KG.svg("rect", { x: box.left, y: box.top, ...size, fill: KG.paper }));
  const context = KG.recorder(picture);
  KG.paintDiscs(context);
  KG.edges.get().filter((edge) => !edge.hidden).forEach((edge) => KG.recordEdge(picture, edge));
  KG.nodes.get().filter((node) => !node.hidden).forEach((node) => node.ctxRenderer({ ctx: context, id: node.id, x: node.x, y: node.y }).drawNode());
  return picture;
};

KG.drawnBox = function (wide, high) {
  const box = { left: -wide, right: wide, top: -high, bottom: high };
  KG.nodes.get().forEach((node) => {
    box.left = Math.min(box.left, node.x - wide);
    box.right = Math.max(box.right, node.x + wide);
    box.top = Math.min(box.top, node.y - high);
    box.bottom = Math.max(box.bottom, node.y + high);
  });
  return box;
};

KG.recordEdge = function (picture, edge) {
  const [one, other] = [KG.nodes.get(edge.from), KG.nodes.get(edge.to)];
  if (!one || !other || one.hidden || other.hidden) return;
  picture.append(KG.svg("line", { x1: one.x, y1: one.y, x2: other.x, y2: other.y, stroke: edge.color.color, "stroke-width": edge.width,
    "stroke-dasharray": edge.dashes ? edge.dashes.join(" ") : "none" }));
  if (edge.label) picture.append(KG.svg("text", { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, "font-size": edge.font.size, "font-family": KG.fonts, fill: edge.font.color, "text-anchor": "middle" }, edge.label));
};

// As much of a canvas context as the painters use.
KG.recorder = function (picture) {
  const measure = document.createElement("canvas").getContext("2d");
  const first = { globalAlpha: 1, fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, font: "10px sans-serif", textAlign: "start", textBaseline: "alphabetic", lineJoin: "miter", dash: [] };
  const saved = [];
  const context = { ...first };
  let path = "";
  const put = (element) => picture.append(element);
  const words = (text, x, y, paint) => {
    const size = parseFloat(/([\d.]+)px/.exec(context.font)[1]);
    const down = { top: 0.86, middle: 0.35 }[context.textBaseline] || 0;
    put(KG.svg("text", { x, y: y + size * down, "font-size": size, "font-weight": context.font.split(" ")[0], "font-family": KG.fonts,
      "text-anchor": context.textAlign === "center" ? "middle" : "start", opacity: context.globalAlpha, ...paint }, text));
  };
  const arc = (x, y, rx, ry) => (path += `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`);
  return Object.assign(context, {
    save: () => saved.push(Object.fromEntries(Object.keys(first).map((name) => [name, context[name]]))),
    restore: () => Object.assign(context, saved.pop()),
    setLineDash: (dash) => (context.dash = dash),
    beginPath: () => (path = ""),
    closePath: () => (path += "Z"),
    lineTo: (x, y) => (path += `${path ? "L" : "M"}${x} ${y}`),
    arc: (x, y, radius) => arc(x, y, radius, radius),
    ellipse: (x, y, rx, ry) => arc(x, y, rx, ry),
    rect: (x, y, width, height) => (path += `M${x} ${y}h${width}v${height}h${-width}Z`),
    roundRect: (x, y, width, height, round) => (path += `M${x + round} ${y}h${width - 2 * round}a${round} ${round} 0 0 1 ${round} ${round}v${height - 2 * round}a${round} ${round} 0 0 1 ${-round} ${round}h${2 * round - width}a${round} ${round} 0 0 1 ${-round} ${-round}v${2 * round - height}a${round} ${round} 0 0 1 ${round} ${-round}Z`),
    fill: () => put(KG.svg("path", { d: path, fill: context.fillStyle, opacity: context.globalAlpha })),
    stroke: () => put(KG.svg("path", { d: path, fill: "none", stroke: context.strokeStyle, "stroke-width": context.lineWidth, "stroke-dasharray": context.dash.join(" ") || "none", opacity: context.globalAlpha })),
    fillText: (text, x, y) => words(text, x, y, { fill: context.fillStyle }),
    strokeText: (text, x, y) => words(text, x, y, { fill: "none", stroke: context.strokeStyle, "stroke-width": context.lineWidth, "stroke-linejoin": context.lineJoin }),
    measureText: (text) => ((measure.font = context.font), measure.measureText(text)),
  });
};
