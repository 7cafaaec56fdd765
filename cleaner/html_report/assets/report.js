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
      const off = Boolean(item) && isOff(item);
      marked.classList.toggle("off", off);
      if (item) marked.tabIndex = off ? -1 : 0;
    }
  }

  // An outline leads to its reason in the list, by mouse, finger and keyboard.
  function leadBack(frame) {
    const inside = documentOf(frame);
    const root = inside?.documentElement;
    if (!root || root.dataset.led) return;
    root.dataset.led = "true";
    const go = (event) => {
      const marked = event.target.closest?.("[data-mark]:not(.off)");
      if (!marked || String(inside.getSelection())) return;
      showItem(frame, marked.dataset.mark.split(" ")[0]);
    };
    inside.addEventListener("click", go);
    inside.addEventListener("keydown", (event) => { if (event.key === "Enter") go(event); });
  }

  function showItem(frame, number) {
    const item = document.getElementById(`${frame.closest(".page").id}-f${number}`);
    if (!item) return;
    open(item);
    item.scrollIntoView({ block: "nearest" });
    item.focus({ preventScroll: true });
  }

  function prepare(frame) {
    filterFrame(frame);
    leadBack(frame);
  }

  function filterAll() {
    for (const element of all(".item, .group")) element.classList.toggle("off", isOff(element));
    all("iframe").forEach(filterFrame);
    const items = all(".item");
    const shown = items.filter((item) => !item.classList.contains("off")).length;
    const said = document.querySelector(".shown");
    if (said) said.textContent = shown < items.length ? `${shown} of ${items.length} findings shown` : "";
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
      frame.addEventListener("load", () => prepare(frame));
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
    if (!found.length) return;
    found[0].scrollIntoView({ block: "center" });
    found[0].focus({ preventScroll: true });
  }

  function showOriginal(button) {
    const frame = button.closest(".page").querySelector("iframe");
    frame.scrollIntoView({ block: "nearest" });
    frame.focus({ preventScroll: true });
    showInside(frame, button.dataset.goto);
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
    else if (button.closest(".filters")) press(button, button.getAttribute("aria-pressed") !== "true");
    if (button.closest(".filters")) filterAll();
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.open && event.target.matches(".page")) unpack(event.target);
  }, true);
  window.addEventListener("hashchange", follow);
  for (const frame of all("iframe")) {
    frame.addEventListener("load", () => prepare(frame));
    prepare(frame);
  }
  all(".filters, button[data-goto], .scripted").forEach((element) => { element.hidden = false; });
  filterAll();
  follow();
})();
