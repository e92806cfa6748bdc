/* Coming back to what was typed: what this browser still held is sent, drafts are offered or filled in, and signing out
   waits for what is not with the server yet. The contract stands at the head of autosave.js. */
"use strict";

(() => {
  const settings = document.getElementById("autosave");
  const autosave = window.sociaal && window.sociaal.autosave;
  if (!settings || !autosave) return;
  const { keeping, typed } = window.sociaal;

  const AGAIN_MS = 10_000;
  const NEWS_AFTER_MS = 20_000;
  const NO_USE_NOW = new Set(["offline", "failed", "signed-out"]);

  /* --- what was left in this browser ------------------------------------------------------------------------ */
  const tell = (name) => {
    const notice = settings.content.querySelector(`[data-notice="${name}"]`).cloneNode(true);
    document.getElementById("alerts").replaceChildren(notice);
    return notice;
  };

  /* In its place when that can be; else it becomes a draft, with word of it. */
  const sendOne = async ({ id, at, text }) => {
    let { verdict } = await autosave.post(text);
    const apart = text.url && (verdict === "conflict" || verdict === "refused");
    if (apart) ({ verdict } = await autosave.post({ ...text, url: "" }));
    if (verdict !== "saved") return verdict;
    await keeping.remove(id);
    if (apart) tell("apart");
    else if (Date.now() - at > NEWS_AFTER_MS) tell("sent");
    return "saved";
  };

  /* Not what another tab, or this one, has at hand: that one sends it itself. */
  const ifLeft = (row) =>
    navigator.locks.request(`typed ${row.id}`, { ifAvailable: true }, (lock) => (lock ? sendOne(row) : "at hand"));

  const sendLeft = async () => {
    if (!keeping.able) return [];
    const sent = [];
    try {
      for (const row of await keeping.mine()) {
        const outcome = await ifLeft(row);
        if (NO_USE_NOW.has(outcome)) break;
        if (outcome === "saved") sent.push(row);
      }
    } catch { /* no key now: later */ }
    return sent;
  };

  /* --- filled in again -------------------------------------------------------------------------------------- */
  const asked = new URLSearchParams(location.search).get("concept");
  const own = (form) => typed.keyField(form) && typed.keyField(form).value;

  const fillIn = async (key) => {
    const answer = await fetch(settings.dataset.fields.replace("-key-", encodeURIComponent(key)), { redirect: "manual" });
    if (!answer.ok) return false;
    const draft = await answer.json();
    const form = document.querySelector(`form[data-autosave="${CSS.escape(draft.part)}"]`);
    if (!form || form.querySelector(".error-summary")) return false;
    const state = autosave.stateOf(form);
    state.filled = state.filling = true;
    typed.fill(form, draft);
    state.filling = false;
    state.last = JSON.stringify(typed.content(form).fields);
    state.version = draft.version;
    autosave.rename(state, draft.form_key);
    autosave.show(state, "resumed", { time: draft.at });
    return true;
  };

  const offer = async (form) => {
    const where = new URLSearchParams({ page: autosave.pageOf(form), part: form.dataset.autosave, own: own(form) || "" });
    const answer = await fetch(`${settings.dataset.offer}?${where}`, { redirect: "manual" });
    if (answer.status !== 200) return;
    const part = document.createElement("div");
    part.append(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes);
    const again = goOnAtOnce(part);
    if (again) location.replace(again);
    else form.before(part);
  };

  /* The page was loaded anew, or sign-in came between sending and this page: then nobody need be asked. */
  const goOnAtOnce = (part) => {
    const [entry] = performance.getEntriesByType("navigation");
    const back = entry && entry.type !== "navigate";
    const sent = sessionStorage.getItem("sent");
    sessionStorage.removeItem("sent");
    const drafts = [...part.querySelectorAll("[data-draft]")];
    const found = drafts.find((one) => one.dataset.draft === sent || (back && one.dataset.tab === autosave.tab));
    return found && found.querySelector("a[data-go-on]").href;
  };

  const comeBack = async () => {
    const forms = [...document.querySelectorAll("form[data-autosave]")];
    const urls = [...document.querySelectorAll("form[data-autosave-url]")];
    if (forms.length || urls.length) await keeping.owner(); // the key, while there is a connection
    const left = await sendLeft();
    const newHere = ({ id, text }) => id === asked || (text.url && text.page === location.pathname);
    if (left.some(newHere)) return location.reload(); // the page was made before this text reached the server
    if (asked && (await fillIn(asked))) return undefined;
    const parts = new Map([...forms].reverse().map((form) => [form.dataset.autosave, form])); // the first of each name
    return Promise.all([...parts.values()].filter((form) => !form.querySelector(".error-summary")).map(offer));
  };

  comeBack().catch(() => {}); // without connection there is nothing to come back to
  window.addEventListener("online", sendLeft);
  window.setInterval(sendLeft, AGAIN_MS);

  /* --- signing out ------------------------------------------------------------------------------------------ */
  const unsent = async () => {
    await Promise.all(autosave.alive().map((state) => autosave.save(state)));
    await sendLeft();
    const dirty = autosave.alive().filter(autosave.isDirty).map((state) => state.id);
    const here = keeping.able ? (await keeping.mine().catch(() => [])).map((row) => row.id) : [];
    return [...new Set([...dirty, ...here])];
  };

  const goOut = async (form, gone) => {
    if (keeping.able) {
      await Promise.all(gone.map(keeping.remove));
      if (await keeping.others().catch(() => 1)) { // a colleague's text waits here: only they can read it
        const keep = document.createElement("input");
        Object.assign(keep, { type: "hidden", name: "keep_texts", value: "1" });
        form.append(keep);
      }
    }
    autosave.alive().forEach((state) => { state.form.dataset.saved = ""; });
    form.submit();
  };

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method !== "post" || (form.getAttribute("action") || location.pathname) !== settings.dataset.signOut) return;
    event.preventDefault();
    const left = await unsent();
    if (!left.length) return goOut(form, []);
    const notice = tell("leaving");
    notice.querySelector("[data-leave]").addEventListener("click", () => goOut(form, left));
    notice.querySelector("[data-stay]").addEventListener("click", () => notice.remove());
    return notice.querySelector("[data-stay]").focus();
  }, true);
})();
