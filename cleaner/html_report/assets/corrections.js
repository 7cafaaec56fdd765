// Corrections are collected here, and offered as rules and as recorded pages. Nothing is sent.
(() => {
  const panel = document.querySelector(".corrections");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const chosen = new Map();
  const materials = new Map();

  async function unpacked(page) {
    if (!materials.has(page)) {
      const bytes = Uint8Array.from(atob(page.querySelector(".material").value), (c) => c.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
      materials.set(page, new Response(stream).json());
    }
    return materials.get(page);
  }

  const textOf = (pieces) => pieces.map(([text]) => text).join("");
  const onOneLine = (text) => text.replace(/\s+/g, " ").trim();
  // JSON's strings are TOML's, but for DEL and halves of characters.
  const quoted = (text) => JSON.stringify(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/\x7f/g, "\\u007f");

  // What a button is for: a finding's words or a line outside that stay, or a block that goes.
  const KEYS = { stay: "keep-text", back: "keep-text", go: "strip-text" };

  // The line that a correction is about.
  function lineOf(material, { sort, number }) {
    if (sort === "back") return material.outside[number];
    if (sort === "go") return textOf(material.blocks[number]);
    return textOf(Object.values(material.blocks).find((pieces) => pieces.some(([, taken]) => taken === number)) ?? []);
  }

  async function linesByHost() {
    const hosts = new Map();
    for (const correction of chosen.values()) {
      const material = await unpacked(correction.page);
      if (!hosts.has(material.host)) hosts.set(material.host, { "keep-text": new Set(), "strip-text": new Set() });
      hosts.get(material.host)[KEYS[correction.sort]].add(onOneLine(lineOf(material, correction)));
    }
    return hosts;
  }

  function listed(key, lines) {
    const [named, bare] = [[], []];
    for (const line of lines) (/[\p{L}\p{N}]/u.test(line) ? named : bare).push(line);
    const told = bare.map((line) => `# no letter is in it, so that no rule can name it: ${quoted(line)}\n`);
    return told.join("") + (named.length ? `${key} = [\n${named.map((line) => `  ${quoted(line)},\n`).join("")}]\n` : "");
  }

  async function rules() {
    const sites = [];
    for (const [host, lines] of await linesByHost()) {
      const body = Object.keys(lines).map((key) => listed(key, lines[key])).join("");
      if (!/^\w/m.test(body)) sites.push(body);
      else sites.push(`[[site]]\nhost = ${quoted(host)}${host === "*" ? "  # the page names no host: this is for every page" : ""}\n${body}`);
    }
    return sites.join("\n");
  }

  // A paragraph of Markdown that says a text.
  function paragraph(text) {
    const plain = text.replace(/[\\`*_[\]<>&|~]/g, "\\$&").split("\n").map((line) => line.trim()).filter(Boolean);
    return plain.map((line) => line.replace(/^[-+#=]/, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2")).join("\n");
  }

  function article(material, corrections) {
    const of = (sort) => new Set(corrections.filter((c) => c.sort === sort).map((c) => c.number));
    const stay = of("stay"), go = of("go"), back = [...of("back")].sort((a, b) => a - b), told = [];
    for (const [index, pieces] of Object.entries(material.blocks)) {
      while (back.length && back[0] < material.lines[index]) told.push(material.outside[back.shift()]);
      if (!go.has(Number(index))) told.push(textOf(pieces.filter(([, taken]) => !taken || stay.has(taken))));
    }
    told.push(...back.map((number) => material.outside[number]));
    const title = material.title ? [`# ${paragraph(onOneLine(material.title))}`] : [];
    return [...title, ...told.map(paragraph).filter(Boolean)].join("\n\n") + "\n";
  }

  function options(material) {
    const url = material.url ? `url = ${quoted(material.url)}\n` : "";
    return `${url}source_kind = ${quoted(material.kind)}\n${material.kind === "text" ? "" : 'charset = "utf-8"\n'}rules = ["../rules.toml"]\n`;
  }

  async function folder() {
    const byPage = new Map([...chosen.values()].map(({ page }) => [page, [...chosen.values()].filter((c) => c.page === page)]));
    const files = [["corrections/rules.toml", await rules()]], names = new Map();
    for (const [page, corrections] of byPage) {
      const material = await unpacked(page);
      const again = (names.get(material.name) ?? 0) + 1;
      names.set(material.name, again);
      const at = `corrections/${material.name}${again > 1 ? `~${again}` : ""}`;
      files.push([`${at}/page.${material.kind === "text" ? "txt" : "html"}`, material.source]);
      files.push([`${at}/article.md`, article(material, corrections)], [`${at}/options.toml`, options(material)]);
    }
    return files;
  }

  function save(name, parts, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(parts, { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  function told({ page, sort, button }) {
    const words = button.closest(".item, .block").querySelector(".words").textContent;
    const entry = document.createElement("li");
    const name = page.querySelector("h2").textContent;
    entry.textContent = `${sort === "go" ? "should have gone" : "should have stayed"}: “${words.length > 80 ? `${words.slice(0, 80)} …` : words}” (${name})`;
    return entry;
  }

  async function show() {
    const size = chosen.size;
    panel.hidden = !size;
    panel.querySelector("[role=status]").textContent = size ? `${size} correction${size > 1 ? "s" : ""}` : "";
    panel.querySelector("ul").replaceChildren(...[...chosen.values()].map(told));
    panel.querySelector("pre").textContent = await rules();
  }

  function toggle(button) {
    const page = button.closest(".page");
    const [sort, number] = button.dataset.fixes.split(" ");
    const key = `${page.id} ${sort} ${number}`;
    const on = !chosen.delete(key);
    if (on) chosen.set(key, { page, sort, number: Number(number), button });
    // Words of one block that stay may stand around a cut: they go together.
    for (const each of all(`[data-fixes="${sort} ${number}"]`, page)) each.setAttribute("aria-pressed", String(on));
  }

  function buttonFor(holder) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "fix", lang: "en", dir: "ltr" });
    button.dataset.fixes = holder.dataset.fix;
    button.textContent = holder.dataset.fix.startsWith("go") ? "should have gone" : "should have stayed";
    button.setAttribute("aria-pressed", "false");
    return button;
  }

  // A page gets its buttons when it is opened.
  function equip(page) {
    if (typeof DecompressionStream !== "function" || page.querySelector(".fix")) return;
    for (const holder of all("[data-fix]", page)) holder.append(" ", buttonFor(holder));
  }

  panel.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.save === "rules") save("rules.toml", [await rules()], "application/toml");
    if (button.dataset.save === "folder") save("corrections.zip", zipped(await folder()), "application/zip");
    if (!("clear" in button.dataset)) return;
    [...chosen.values()].forEach(({ button: each }) => toggle(each));
    show();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.fix");
    if (!button) return;
    toggle(button);
    show();
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.open && event.target.matches(".page")) equip(event.target);
  }, true);
  all(".page[open]").forEach(equip);
})();
