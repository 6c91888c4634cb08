"use strict";
// Shows the terms that hold every word that is typed; an empty field shows all.
const field = document.getElementById("find");
const count = document.getElementById("count");
const terms = [...document.querySelectorAll(".term")].map((node) => [node, node.textContent.toLowerCase()]);
const parts = [...document.querySelectorAll(".part")];

function find() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const [node, text] of terms) {
    const fits = words.every((word) => text.includes(word));
    node.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  for (const part of parts) part.hidden = !part.querySelector(".term:not([hidden])");
  count.textContent = words.length ? `${shown} / ${terms.length}` : "";
}

// A link to a term that the search has hidden shows it again.
function follow() {
  const node = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!node || !node.closest("[hidden]")) return;
  field.value = "";
  find();
  node.scrollIntoView();
}

field.addEventListener("input", find);
field.form.addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("hashchange", follow);
