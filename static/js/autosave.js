/* Nothing typed is lost: what is typed is kept within a second after typing stops.

   THE CONTRACT, for who makes a page
     <form data-autosave>              Typed text becomes a draft of who types. It is offered when the same page is
                                       opened again, and goes when the form (a KeyedForm, through `sent`) has its effect.
     <form data-autosave="name">       The same, where one page has several forms: each a name of its own.
     <form data-autosave-url="/x/7/">  No draft: saved for good at its own address. POST of all fields with `autosave=1`:
         200, 204   saved. The answer is a fragment that replaces what stands in [data-autosave-status] (empty: "saved
                    14:03"). A hidden field in it replaces the value of the field of that name in the form, so that the
                    form goes on from what is saved now (its `seen_…`).
         409        somebody else wrote there: the fragment, with both versions, is put in [data-autosave-conflict]. The
                    text stays in the form and in this browser, and is sent again when it changes.
         403, 404, 410, 422   cannot be saved: the text is kept as a draft, unless it is corrected.
     [data-autosave-status]            In the form: where "saved 14:03" stands. Made in `.actions` when it is not there.
     data-autosave-page="/x/7/"        On a form that posts elsewhere: the page on which it stands.
     [data-autosave-skip]              On a field: not kept.
     <input type="hidden" name="turn"> Gets a number that grows while one types, so that the server knows older from newer.
   On the form come events `autosave:saved` and `autosave:conflict`. Each request says in X-Typed-By whose text it is: when
   somebody else signed in meanwhile the server answers 401, and the text waits for its owner. */
"use strict";

(() => {
  const settings = document.getElementById("autosave");
  const keeping = window.sociaal && window.sociaal.keeping;
  if (!settings || !keeping) return;
  const { content, isKept, asRendered, keyField } = window.sociaal.typed;

  const PAUSE_MS = 600;
  const AT_MOST_MS = 1_200;
  const AGAIN_MS = 5_000;
  const ANSWER_WITHIN_MS = 20_000;
  const FORMS = "form[data-autosave], form[data-autosave-url]";

  const tab = (() => {
    try {
      return (sessionStorage.tab ??= crypto.randomUUID());
    } catch {
      return `${Date.now()}${Math.random()}`.slice(0, 40);
    }
  })();
  const states = new Map();

  const pageOf = (form) => form.dataset.autosavePage || location.pathname;
  const stateOf = (form) => {
    if (states.has(form)) return states.get(form);
    const key = keyField(form);
    const state = {
      form, url: form.dataset.autosaveUrl || "", part: form.dataset.autosave || "",
      id: (key && key.value) || `${tab}-${states.size}`, last: JSON.stringify(content(form).fields),
      typed: 0, kept: 0, version: 0, begun: 0, since: 0, filled: false, filling: false, sending: false, paused: false, shown: "", timer: 0,
    };
    states.set(form, state);
    return state;
  };

  /* The browser's lock says to other tabs that this text is at hand here: they leave it alone. */
  const hold = (state) => {
    if (!keeping.able || state.release) return;
    const id = state.id;
    navigator.locks.request(`typed ${id}`, { ifAvailable: true }, (lock) => lock && new Promise((resolve) => { state.release = resolve; }));
  };
  const rename = (state, id) => {
    if (state.release) state.release();
    state.release = null;
    state.id = id;
    const key = keyField(state.form);
    if (key) key.value = id;
    hold(state);
  };

  const packed = (state) => ({
    url: state.url, page: pageOf(state.form), part: state.part, form_key: state.id, tab, typed: state.typed,
    version: state.version, begun: state.begun, content: content(state.form),
    nothing: !state.filled && [...state.form.elements].filter(isKept).every(asRendered),
    body: state.url ? [...new FormData(state.form)].filter(([, value]) => typeof value === "string") : null,
  });

  /* --- sending ---------------------------------------------------------------------------------------------- */
  const cookie = () => (document.cookie.match(/(?:^|;\s*)sociaal_csrf=([^;]+)/) || [])[1] || "";
  const bodyOf = (text) => {
    if (text.url) {
      const body = new URLSearchParams(text.body.filter(([name]) => name !== "csrfmiddlewaretoken"));
      body.set("autosave", "1");
      return body;
    }
    const { page, part, form_key, tab: where, typed, version, begun } = text;
    const body = new URLSearchParams({ page, part, form_key, tab: where, typed, version, begun });
    body.set("content", JSON.stringify(text.content));
    if (text.nothing) body.set("nothing", "on");
    return body;
  };
  const AT_EASE = new Set(["saved", "resumed", "sent"]);
  const VERDICTS = { 200: "saved", 204: "saved", 401: "signed-out", 409: "conflict" };

  const post = async (text, leaving = false) => {
    try {
      const body = bodyOf(text).toString();
      const answer = await fetch(text.url || settings.dataset.keep, {
        method: "POST", redirect: "manual", body, keepalive: leaving && body.length < 60_000,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        headers: {
          "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": cookie(), "X-Typed-By": await keeping.owner(),
        },
      });
      if (answer.type === "opaqueredirect") return { verdict: "signed-out" };
      const verdict = VERDICTS[answer.status] || (answer.status >= 500 || answer.status === 429 ? "failed" : "refused");
      return { verdict, answer: { status: answer.status, text: await answer.text() } };
    } catch {
      return { verdict: "offline" };
    }
  };

  /* Signed in anew in another tab: the forms of this page go on with the token of that sign-in. */
  const renewTokens = () => {
    const token = cookie();
    if (!token || document.body.dataset.token === token) return;
    document.body.dataset.token = token;
    document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
    document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((field) => { field.value = token; });
  };

  /* --- what a person hears of it ---------------------------------------------------------------------------- */
  const statusOf = (form) => {
    const there = form.querySelector("[data-autosave-status]");
    if (there) return there;
    const made = document.createElement("p");
    made.className = "saved";
    made.dataset.autosaveStatus = "";
    (form.querySelector(".actions") || form).append(made);
    return made;
  };
  const show = (state, verdict, { time = clock(), link = "", parts = null } = {}) => {
    const place = statusOf(state.form);
    const words = (settings.dataset[verdict] || "").replace("{time}", time);
    place.replaceChildren(...(parts || [words]));
    place.classList.toggle("waiting", !AT_EASE.has(verdict));
    if (link) {
      const way = document.createElement("a");
      way.href = link;
      way.textContent = settings.dataset[`${verdict}Link`];
      place.append(" ", way);
    }
    if (state.shown !== verdict) window.sociaal.announce(place.textContent);
    state.shown = verdict;
  };
  const clock = () => new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  const signIn = (state) => `${settings.dataset.signIn}?next=${encodeURIComponent(`${location.pathname}?concept=${state.id}`)}`;

  /* --- one round -------------------------------------------------------------------------------------------- */
  const locally = async (state) => {
    if (!keeping.able) return false;
    const at = state.typed;
    try {
      await keeping.put(state.id, packed(state));
      if (at === state.typed) state.form.dataset.saved = ""; // leaving costs nothing now
      return true;
    } catch {
      return false;
    }
  };

  const touched = (state) => {
    const now = JSON.stringify(content(state.form).fields);
    if (now === state.last || state.filling) return;
    state.last = now;
    state.typed = Math.max(state.typed + 1, Date.now());
    const turn = state.form.elements.namedItem("turn");
    if (turn) turn.value = state.typed;
    hold(state);
    state.begun ||= Date.now();
    state.since ||= Date.now();
    delete state.form.dataset.saved;
    state.local = locally(state);
    window.clearTimeout(state.timer);
    state.timer = window.setTimeout(() => save(state), Math.max(0, Math.min(PAUSE_MS, AT_MOST_MS - (Date.now() - state.since))));
  };

  const isDirty = (state) => state.typed > state.kept;

  const save = async (state, leaving = false) => {
    if (!isDirty(state) || state.paused || (state.sending && !leaving)) return;
    state.sending = true;
    const at = state.typed;
    state.since = 0;
    const { verdict, answer } = await post(packed(state), leaving);
    state.sending = false;
    await HEARD[verdict](state, answer, at);
    if (state.typed > at) save(state);
  };

  const settled = async (state, at) => {
    state.kept = Math.max(state.kept, at);
    if (state.typed === at) {
      if (keeping.able) await keeping.remove(state.id);
      state.form.dataset.saved = "";
    }
    renewTokens();
    state.form.dispatchEvent(new CustomEvent("autosave:saved", { bubbles: true }));
  };

  const HEARD = {
    saved: async (state, answer, at) => (state.url ? savedForGood(state, answer, at) : savedAsDraft(state, answer, at)),
    conflict: async (state, answer, at) => {
      state.kept = Math.max(state.kept, at); // not saved, but asked: again when it changes
      const place = state.form.querySelector("[data-autosave-conflict]") || statusOf(state.form);
      if (place.dataset.shown !== answer.text) {
        place.dataset.shown = answer.text;
        place.replaceChildren(...fragment(answer.text));
        if (window.htmx) window.htmx.process(place);
      }
      show(state, "conflict");
      state.form.dispatchEvent(new CustomEvent("autosave:conflict", { bubbles: true }));
    },
    refused: async (state, answer, at) => {
      state.kept = Math.max(state.kept, at); // sent again when it changes
      const lost = state.url && answer.status !== 422; // no longer theirs to write
      const kept = lost ? await post({ ...packed(state), url: "" }) : { verdict: "refused" };
      show(state, kept.verdict === "saved" ? "draft" : "refused");
    },
    "signed-out": async (state) => show(state, "signedOut", { link: signIn(state) }),
    offline: async (state) => show(state, (await state.local) ? "here" : "offline"),
    failed: async (state) => show(state, (await state.local) ? "here" : "offline"),
  };

  const fragment = (text) => [...new DOMParser().parseFromString(text, "text/html").body.childNodes];

  const savedForGood = async (state, answer, at) => {
    const parts = answer.status === 204 ? [] : fragment(answer.text);
    parts.filter((part) => part instanceof HTMLInputElement && part.type === "hidden").forEach((part) => {
      const field = state.form.elements[part.name];
      if (field) field.value = part.value;
    });
    const rest = parts.filter((part) => !(part instanceof HTMLInputElement));
    const conflict = state.form.querySelector("[data-autosave-conflict]");
    if (conflict) {
      conflict.replaceChildren();
      delete conflict.dataset.shown;
    }
    show(state, "saved", { parts: rest.some((part) => part.textContent.trim()) ? rest : null });
    await settled(state, at);
  };

  const savedAsDraft = async (state, answer, at) => {
    const kept = JSON.parse(answer.text);
    const before = state.id;
    state.version = kept.version;
    if (kept.form_key !== before) {
      rename(state, kept.form_key);
      if (keeping.able) await keeping.remove(before);
    }
    await settled(state, at);
    if (kept.entered) show(state, "entered", { link: kept.entered });
    else if (kept.state === "sent") show(state, "sent");
    else show(state, kept.state === "apart" ? "apart" : "saved", { time: kept.at });
  };

  /* --- when ------------------------------------------------------------------------------------------------- */
  const formOf = (event) => event.target instanceof Element && event.target.closest(FORMS);
  const alive = () => [...states.values()].filter((state) => state.form.isConnected || (states.delete(state.form), state.release && state.release(), false));

  ["input", "change"].forEach((name) => {
    document.addEventListener(name, (event) => {
      const form = formOf(event);
      if (form) touched(stateOf(form));
    });
  });
  const meet = () => document.querySelectorAll(FORMS).forEach(stateOf); // as they stand before anything is typed
  document.addEventListener("htmx:afterSettle", () => {
    alive().forEach(touched);
    meet();
  });
  meet();
  document.addEventListener("submit", (event) => {
    const form = formOf(event);
    if (!form) return;
    const state = stateOf(form);
    state.paused = !form.hasAttribute("hx-post");
    window.clearTimeout(state.timer);
    try {
      sessionStorage.sent = state.id; // should sign-in come in between, then this is what to go on with
    } catch { /* no storage: it is offered instead */ }
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt instanceof Element && event.detail.elt.closest(FORMS);
    const state = form && states.get(form);
    if (!state || event.detail.requestConfig.verb !== "post" || event.detail.requestConfig.elt.closest("form") !== form) return;
    if (event.detail.successful && keeping.able) keeping.remove(state.id);
  });
  window.addEventListener("pageshow", () => alive().forEach((state) => { state.paused = false; }));
  window.addEventListener("pagehide", () => alive().forEach((state) => save(state, true)));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") alive().forEach((state) => save(state));
  });
  const again = () => alive().forEach((state) => save(state));
  window.addEventListener("online", again);
  window.setInterval(again, AGAIN_MS);

  window.sociaal.autosave = { FORMS, pageOf, tab, alive, stateOf, content, isDirty, post, save, rename, show };
})();
