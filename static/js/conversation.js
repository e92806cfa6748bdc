/* Two at one conversation. Every three seconds the page asks what a colleague wrote, and who is here. Where nobody
   types, their words come into the field; where somebody does, both versions stand there until a person chose. The
   focus stays where it is. Typed text itself is kept by autosave.js, and merged by the server. */
"use strict";

(() => {
  const EVERY_MS = 3_000;
  let base = new Map();
  let asking = false;

  const talk = () => document.getElementById("talk");
  const here = document.getElementById("talk-here");

  /* --- fields: text, a tick, or one of five levels ----------------------------------------------------------- */
  const controls = (form, name) => [...form.elements].filter((field) => field.name === name && field.type !== "submit");
  const valueOf = (form, name) => {
    const fields = controls(form, name);
    const isChoice = fields.some((field) => field.type === "radio" || field.type === "checkbox");
    if (!isChoice) return fields.length ? fields[0].value : "";
    const ticked = fields.find((field) => field.checked);
    return ticked ? (ticked.type === "checkbox" ? "True" : ticked.value) : "";
  };
  const put = (form, name, value) => {
    controls(form, name).forEach((field) => {
      if (field.type === "checkbox") field.checked = value === "True";
      else if (field.type === "radio") field.checked = field.value === value;
      else field.value = value;
    });
  };
  const same = (one, other) => one.replaceAll("\r\n", "\n").trim() === other.replaceAll("\r\n", "\n").trim();
  const plain = (value) => (value === "False" ? "" : value);
  const hasFocus = (form, name) => controls(form, name).includes(document.activeElement);
  const names = (form) => [...form.querySelectorAll("[name^='seen_']")].map((field) => field.name.slice(5));
  const remember = (form) => { base = new Map(names(form).map((name) => [name, valueOf(form, name)])); };

  /* --- what somebody else wrote ------------------------------------------------------------------------------ */
  const slotOf = (form, name) => form.querySelector(`[data-slot="${CSS.escape(name)}"]`);
  const goOnFrom = (form, name, mark) => {
    const seen = form.elements[`seen_${name}`];
    if (seen) seen.value = mark;
    base.set(name, valueOf(form, name));
  };
  const show = (panel, part) => {
    panel.querySelector("[data-both]").hidden = part !== "both";
    panel.querySelector("[data-quiet]").hidden = part !== "quiet";
    panel.querySelector("[data-unscripted]").hidden = true;
    panel.querySelector("[data-scripted]").hidden = false;
  };

  const meet = (form, panel) => {
    const { theirs: name, mark, value } = panel.dataset;
    const slot = slotOf(form, name);
    const [mine, wanted] = [valueOf(form, name), plain(value)];
    if (same(mine, wanted)) return goOnFrom(form, name, mark);
    const dirty = !same(mine, base.get(name) ?? "");
    if (!dirty && !hasFocus(form, name)) {
      put(form, name, wanted);
      goOnFrom(form, name, mark);
      if (slot) {
        show(panel, "quiet");
        slot.replaceChildren(panel);
      }
      return undefined;
    }
    if (!slot || slot.querySelector(`[data-mark="${mark}"]`)) return undefined;
    show(panel, "both");
    slot.replaceChildren(panel);
    window.sociaal.announce(panel.querySelector("strong").textContent);
    return undefined;
  };

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-choose]");
    const form = talk();
    if (!button || !form) return;
    const panel = button.closest("[data-theirs]");
    const { theirs: name, mark, value } = panel.dataset;
    const mine = valueOf(form, name);
    if (button.dataset.choose === "theirs") put(form, name, plain(value));
    if (button.dataset.choose === "both") put(form, name, [plain(value), mine].filter(Boolean).join("\n"));
    goOnFrom(form, name, mark);
    panel.remove();
    const fields = controls(form, name);
    const field = fields.find((one) => one.checked) || fields[0];
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

  /* --- asking ------------------------------------------------------------------------------------------------ */
  const replacePart = (part) => {
    const now = document.getElementById(part.id);
    if (!now || now.contains(document.activeElement)) return;
    part.querySelectorAll("details[data-keep]").forEach((details, place) => {
      details.open = now.querySelectorAll("details[data-keep]")[place]?.open ?? details.open;
    });
    now.replaceWith(part);
  };
  const take = (form, text) => {
    const answer = new DOMParser().parseFromString(text, "text/html").querySelector("[data-stand]");
    if (!answer) return;
    form.elements.stand.value = answer.dataset.stand;
    const who = answer.querySelector("#talk-here").textContent.trim();
    if (here.textContent !== who) here.textContent = who;
    here.hidden = !who;
    answer.querySelectorAll("[data-part]").forEach((part) => replacePart(document.adoptNode(part)));
    answer.querySelectorAll("[data-theirs]").forEach((panel) => meet(form, document.adoptNode(panel)));
    grow();
  };
  const grow = () => {
    const preview = document.getElementById("preview");
    if (preview && preview.hasAttribute("hx-get") && window.htmx) window.htmx.trigger(preview, "said");
  };
  const ask = async () => {
    const form = talk();
    if (asking || !form || document.hidden || !navigator.onLine || form.classList.contains("htmx-request")) return;
    asking = true;
    const wanted = [...form.querySelectorAll("input[type=hidden]")].map((field) => [field.name, field.value]);
    const token = JSON.parse(document.body.getAttribute("hx-headers") || "{}");
    try {
      const answer = await fetch(form.dataset.changes, {
        method: "POST", redirect: "error", headers: token, body: new URLSearchParams(wanted),
      });
      if (answer.status === 200 && form === talk()) take(form, await answer.text());
    } catch { /* offline, or signed out: autosave.js says so; the next time will do */ } finally {
      asking = false;
    }
  };

  /* --- the form, and the one that replaces it ---------------------------------------------------------------- */
  /* On a small screen what stands beside the conversation is folded, until a person unfolds it. */
  const fold = () => {
    document.querySelectorAll("details[data-open-from]").forEach((details) => {
      const wide = window.matchMedia(`(min-width: ${details.dataset.openFrom})`).matches;
      if (details.dataset.wide === String(wide)) return;
      details.dataset.wide = String(wide);
      details.open = wide;
    });
  };
  const begin = () => {
    const form = talk();
    if (!form) return;
    remember(form);
    form.querySelectorAll("[data-theirs]").forEach((panel) => show(panel, "both"));
    fold();
  };
  document.addEventListener("input", (event) => {
    const form = talk();
    if (form && form.contains(event.target)) form.elements.turn.value = Date.now();
  });
  document.addEventListener("autosave:saved", (event) => {
    const keeper = window.sociaal.autosave;
    if (event.target.id !== "talk") return;
    if (!keeper.isDirty(keeper.stateOf(event.target))) {
      names(event.target).forEach((name) => {
        const open = slotOf(event.target, name)?.querySelector("[data-both]:not([hidden])");
        if (!open) base.set(name, valueOf(event.target, name));
      });
    }
    ask();
  });
  document.addEventListener("autosave:conflict", (event) => {
    const place = event.target.querySelector("[data-autosave-conflict]");
    if (event.target.id !== "talk" || !place) return;
    [...place.querySelectorAll("[data-theirs]")].forEach((panel) => meet(event.target, panel));
    place.replaceChildren(); // what stood there already
    delete place.dataset.shown;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target instanceof Element && event.target.id === "talk") begin();
  });
  window.addEventListener("resize", fold);
  begin();
  window.setTimeout(ask, 500);
  window.setInterval(ask, EVERY_MS);
})();
