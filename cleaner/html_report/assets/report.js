"use strict";
(() => {
  const hidden = { kind: new Set(), state: new Set() };
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // A frame shows a page that may run nothing; it is reached into from here.
  function documentOf(frame) {
    try { return frame.contentDocument; } catch { return null; }
  }

  function isOff(element) {
    return hidden.kind.has(element.dataset.kind) || hidden.state.has(element.dataset.state);
  }

  function filterFrame(frame) {
    const inside = documentOf(frame);
    if (!inside) return;
    const items = new Map(all(".item", frame.closest(".page")).map((item) => [item.id.split("-f")[1], item]));
    for (const marked of all("[data-mark]", inside)) {
      const item = items.get(marked.dataset.mark.split(" ")[0]);
      marked.classList.toggle("off", Boolean(item) && isOff(item));
    }
  }

  function filterAll() {
    for (const element of all(".item, .piece, .piece > .tag")) element.classList.toggle("off", isOff(element));
    all("iframe").forEach(filterFrame);
    const items = all(".item");
    const shown = items.filter((item) => !item.classList.contains("off")).length;
    const said = document.querySelector(".shown");
    if (said) said.textContent = `${shown} of ${items.length} findings shown`;
  }

  function press(button, on) {
    const by = button.dataset.kind ? "kind" : "state";
    button.setAttribute("aria-pressed", String(on));
    hidden[by][on ? "delete" : "add"](button.dataset[by]);
  }

  // Frames of many pages are made when their page is opened.
  function unpack(page) {
    for (const template of all("template", page)) {
      const frame = template.content.querySelector("iframe");
      frame.addEventListener("load", () => filterFrame(frame));
      template.replaceWith(frame);
    }
  }

  function open(element) {
    for (let above = element; above; above = above.parentElement) {
      if (above.tagName === "DETAILS") above.open = true;
    }
  }

  function showInside(frame, number) {
    const inside = documentOf(frame);
    if (!inside) return;
    const marks = all("[data-mark]", inside);
    marks.forEach((marked) => marked.classList.remove("found"));
    const found = marks.filter((marked) => marked.dataset.mark.split(" ").includes(number));
    found.forEach((marked) => marked.classList.add("found"));
    if (found.length) found[0].scrollIntoView({ block: "center" });
  }

  function showOriginal(button) {
    const frame = button.closest(".page").querySelector("iframe");
    frame.scrollIntoView({ block: "nearest" });
    showInside(frame, button.dataset.goto);
    frame.focus({ preventScroll: true });
  }

  function follow() {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    open(target);
    target.scrollIntoView({ block: target.tagName === "DETAILS" ? "start" : "nearest" });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.goto) showOriginal(button);
    else if (button.dataset.all) all("button[data-kind]").forEach((each) => press(each, button.dataset.all === "true"));
    else press(button, button.getAttribute("aria-pressed") !== "true");
    if (!button.dataset.goto) filterAll();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.documentElement.dataset.tips = "off";
  });
  for (const name of ["pointerover", "focusin"]) {
    document.addEventListener(name, () => { delete document.documentElement.dataset.tips; });
  }
  document.addEventListener("toggle", (event) => {
    if (event.target.open && event.target.matches(".page")) unpack(event.target);
  }, true);
  window.addEventListener("hashchange", follow);
  all("iframe").forEach((frame) => frame.addEventListener("load", () => filterFrame(frame)));
  all(".filters, button[data-goto]").forEach((element) => { element.hidden = false; });
  filterAll();
  follow();
})();
