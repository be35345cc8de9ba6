"use strict";
// Shows the fellows of a sentence, and chooses which reports stand side by side; the page reads without it.
document.documentElement.classList.add("has-script");

function make(tag, text, className) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
}

function wordsOf(sentence) {
  const copy = sentence.cloneNode(true);
  copy.querySelectorAll("del").forEach((gone) => gone.remove());
  return copy.textContent.trim().replace(/\s+/g, " ");
}

function setUp(story) {
  const at = story.dataset.story;
  const grid = story.querySelector(".columns");
  const panel = story.querySelector(".fellows");
  const columns = Array.from(grid.querySelectorAll(".column"));
  const sentences = Array.from(grid.querySelectorAll(".s"));
  const selects = Array.from(story.querySelectorAll("select[data-place]"));
  const shared = (name) => new Map(sentences.reduce((pairs, one) => {
    (one.dataset[name] || "").split(" ").filter(Boolean).forEach((id) => pairs.set(id, (pairs.get(id) || []).concat(one)));
    return pairs;
  }, new Map()));
  const remarks = shared("remarks"), claims = shared("claims");
  let held = null;

  const listed = (sentence, name) => (sentence.dataset[name] || "").split(" ").filter(Boolean);
  const others = (sentence, lists) => Array.from(new Set(lists.flat())).filter((one) => one !== sentence);
  const fellowsOf = (sentence) => listed(sentence, "fellows").map((id) => document.getElementById(at + "-" + id)).filter(Boolean);
  const akinTo = (sentence) => others(sentence, listed(sentence, "remarks").map((id) => remarks.get(id))
    .concat(listed(sentence, "claims").map((id) => claims.get(id)))).filter((one) => one.dataset.letter !== sentence.dataset.letter);

  function clear() {
    sentences.forEach((one) => one.classList.remove("fellow", "akin", "held"));
  }

  function light(sentence) {
    clear();
    const fellows = fellowsOf(sentence);
    fellows.forEach((one) => one.classList.add("fellow"));
    akinTo(sentence).forEach((one) => fellows.includes(one) || one.classList.add("akin"));
    sentence.classList.add("held");
  }

  function fellowEntry(sentence) {
    const entry = make("li");
    const button = make("button", sentence.dataset.letter);
    button.type = "button";
    button.setAttribute("aria-label", "Show report " + sentence.dataset.letter + " here");
    button.addEventListener("click", () => { bring(sentence.dataset.letter); sentence.scrollIntoView({ block: "center" }); hold(sentence); sentence.focus(); });
    const words = make("p", wordsOf(sentence));
    words.dir = "auto";
    entry.append(button, words);
    return entry;
  }

  function linkTo(name, words) {
    const target = Array.from(story.querySelectorAll("[data-name]")).find((one) => one.dataset.name === name);
    if (!target) return null;
    const entry = make("li"), link = make("a", words(target));
    link.href = "#" + encodeURIComponent(target.id);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      for (let up = target; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
      const fold = target.querySelector("details");
      if (fold) fold.open = true;
      target.scrollIntoView({ block: "center" });
      target.classList.add("flash");
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
    });
    entry.append(link);
    return entry;
  }

  function fill(sentence) {
    const list = make("ul"), fellows = fellowsOf(sentence), akin = akinTo(sentence).filter((one) => !fellows.includes(one));
    const close = make("button", "Close", "close");
    close.type = "button";
    close.addEventListener("click", () => { release(); sentence.focus(); });
    panel.replaceChildren(close);
    const title = fellows.length ? "Same passage in other reports" : akin.length ? "Told elsewhere in other words" : "Only in report " + sentence.dataset.letter;
    panel.append(make("h4", title));
    fellows.forEach((one) => list.append(fellowEntry(one)));
    if (fellows.length && akin.length) list.append(make("li", "In other words:", "quiet"));
    akin.forEach((one) => list.append(fellowEntry(one)));
    const links = listed(sentence, "remarks").map((id) => linkTo(id, (one) => "The remark in all its wordings: " + one.querySelector("h3 bdi").textContent))
      .concat(listed(sentence, "claims").map((id) => linkTo(id, (one) => "The claim and its count: " + one.querySelector("summary bdi").textContent)));
    links.filter(Boolean).forEach((one) => list.append(one));
    const notes = Array.from(sentence.querySelectorAll("mark[title]"), (one) => one.title);
    Array.from(new Set(notes)).forEach((note) => list.append(make("li", note)));
    const why = Array.from(story.querySelectorAll(".descents > li")).find((one) => one.querySelector(".letter").textContent === sentence.dataset.letter);
    if (fellows.length && why) {
      const entry = make("li"), link = make("a", "Why: where report " + sentence.dataset.letter + " has its text from");
      link.href = "#" + why.id;
      link.addEventListener("click", () => { const fold = why.querySelector("details"); if (fold) fold.open = true; });
      entry.append(link);
      list.append(entry);
    }
    panel.append(list);
    panel.hidden = false;
  }

  function hold(sentence) {
    if (held) held.setAttribute("aria-pressed", "false");
    held = sentence;
    sentence.setAttribute("aria-pressed", "true");
    rove(sentence);
    light(sentence);
    fill(sentence);
  }

  function release() {
    if (held) held.setAttribute("aria-pressed", "false");
    held = null;
    clear();
    panel.hidden = true;
  }

  function rove(sentence) {
    sentences.forEach((one) => { one.tabIndex = one === sentence ? 0 : -1; });
  }

  function shown() {
    return sentences.filter((one) => !one.closest(".column").hidden);
  }

  function step(sentence, way) {
    const own = shown().filter((one) => one.dataset.letter === sentence.dataset.letter);
    const next = own[own.indexOf(sentence) + way];
    if (next) { rove(next); next.focus(); }
  }

  function across(sentence) {
    const seen = shown(), near = fellowsOf(sentence).concat(akinTo(sentence)).filter((one) => seen.includes(one) && one.dataset.letter !== sentence.dataset.letter);
    if (near.length) { rove(near[0]); near[0].focus(); }
  }

  function place(letters) {
    columns.forEach((column) => {
      const where = letters.indexOf(column.dataset.letter);
      column.hidden = where < 0;
      column.style.setProperty("--place", String(where < 0 ? 1 : where + 1));
    });
    grid.dataset.columns = String(letters.length);
    const first = shown()[0];
    if (first && !shown().some((one) => one.tabIndex === 0)) rove(first);
  }

  function chosen() {
    return Array.from(new Set(selects.map((one) => one.value).filter(Boolean)));
  }

  function bring(letter) {
    if (!selects.length || chosen().includes(letter)) return;
    if (!Array.from(selects[1].options).some((one) => one.value === letter)) return;
    selects[1].value = letter;
    place(chosen());
  }

  function turn(way) {
    const options = Array.from(selects[1].options, (one) => one.value);
    let at_ = options.indexOf(selects[1].value);
    do { at_ = (at_ + way + options.length) % options.length; } while (options[at_] === selects[0].value);
    selects[1].value = options[at_];
    release();
    place(chosen());
  }

  story.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-text]");
    const sentence = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!sentence) return;
    event.preventDefault();
    bring(link.dataset.text);
    hold(sentence);
    sentence.scrollIntoView({ block: "center" });
    sentence.focus({ preventScroll: true });
  });
  grid.addEventListener("mouseover", (event) => { const one = event.target.closest(".s"); if (one && !held) light(one); });
  grid.addEventListener("mouseleave", () => { if (!held) clear(); });
  grid.addEventListener("click", (event) => { const one = event.target.closest(".s"); if (one) { if (one === held) release(); else hold(one); } });
  grid.addEventListener("focusin", (event) => { const one = event.target.closest(".s"); if (one) { if (held) hold(one); else light(one); } });
  grid.addEventListener("keydown", (event) => {
    const one = event.target.closest(".s");
    if (!one || event.ctrlKey || event.altKey || event.metaKey) return;
    const act = { Enter: () => hold(one), " ": () => hold(one), ArrowDown: () => step(one, 1), ArrowUp: () => step(one, -1), ArrowRight: () => across(one), ArrowLeft: () => across(one) }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  story.addEventListener("keydown", (event) => { if (event.key === "Escape" && held) { const one = held; release(); one.focus(); } });
  selects.forEach((one) => one.addEventListener("change", () => { release(); place(chosen()); }));
  story.turn = selects.length ? turn : null;
  if (selects.length) place(chosen());
  else if (sentences.length) rove(sentences[0]);
}

document.querySelectorAll("[data-story]").forEach(setUp);
document.addEventListener("keydown", (event) => {
  if (event.key !== "[" && event.key !== "]" || event.ctrlKey || event.altKey || event.metaKey) return;
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  const near = event.target.closest && event.target.closest("[data-story]") || document.querySelector("[data-story]");
  if (near && near.turn) near.turn(event.key === "]" ? 1 : -1);
});
window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
