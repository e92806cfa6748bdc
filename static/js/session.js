/* Five minutes before the session ends: a warning, with a button that extends it. Typed text stays where it is. */
"use strict";

(() => {
  const session = document.getElementById("session");
  const alerts = document.getElementById("alerts");
  if (!session || !alerts) return;

  const WARN_SECONDS = 300;
  const CHECK_MS = 10_000;
  let endsAt = Date.now() + Number(session.dataset.left) * 1000;
  let shown = "";
  let before = null;

  /* Back to this page, with what was typed filled in again. */
  const here = () => {
    const { autosave } = window.sociaal;
    const typed = autosave && autosave.alive().find((state) => state.typed && !state.url);
    return location.pathname + (typed ? `?concept=${typed.id}` : location.search);
  };

  const show = (name) => {
    if (shown === name) return;
    shown = name;
    const message = session.content.querySelector(`[data-message="${name}"]`).cloneNode(true);
    const button = message.querySelector("button");
    if (button) button.addEventListener("click", extend);
    const signIn = message.querySelector("a");
    if (signIn) signIn.href += `?next=${encodeURIComponent(here())}`;
    before = document.activeElement;
    alerts.replaceChildren(message);
  };

  const extend = async () => {
    const headers = JSON.parse(document.body.getAttribute("hx-headers") || "{}");
    try {
      const answer = await fetch(session.dataset.extend, { method: "POST", headers, redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      endsAt = Date.now() + (await answer.json()).seconds * 1000;
      shown = "";
      alerts.replaceChildren();
      if (before && before.isConnected) before.focus();
      window.sociaal.announce(session.dataset.extended);
    } catch {
      shown = "";
      window.sociaal.warn(document.getElementById("announcer").dataset.offline);
    }
  };

  /* By the clock and not by one long timer: a laptop sleeps. */
  const look = () => {
    const left = (endsAt - Date.now()) / 1000;
    if (left <= 0) show("ended");
    else if (left <= WARN_SECONDS) show("warning");
  };
  window.setInterval(look, CHECK_MS);
  look();
})();
