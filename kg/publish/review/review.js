// Gathers the decisions of the page as lines of judgements.tsv.
"use strict";

const lines = document.getElementById("lines");
const today = new Date().toISOString().slice(0, 10);

function cell(text) {
  return text.split(/\s+/).join(" ").trim();
}

function gather() {
  const found = [];
  for (const pair of document.querySelectorAll("fieldset")) {
    const chosen = pair.querySelector("input[type=radio]:checked");
    if (chosen) {
      const why = cell(pair.querySelector("[data-why]").value);
      found.push([chosen.value, pair.dataset.left, pair.dataset.right, "", today, why].join("\t").trimEnd());
    }
  }
  lines.value = found.join("\n");
}

document.addEventListener("input", gather);
document.getElementById("copy").addEventListener("click", async () => {
  lines.select();
  // A page opened from a file may be refused the clipboard; the selection is copied then.
  const done = navigator.clipboard ? await navigator.clipboard.writeText(lines.value + "\n").then(() => true, () => false) : false;
  document.getElementById("copied").textContent = done || document.execCommand("copy") ? "✓" : "";
});
gather();
