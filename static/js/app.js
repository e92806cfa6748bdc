/* What every page does: find with "/", keep the focus and the ears of a person where they expect them after part
   of the page was replaced, and say it when a request fails. Everything works without this file, less comfortably. */
"use strict";

(() => {
  const announcer = document.getElementById("announcer");
  const alerts = document.getElementById("alerts");
  const alertTemplate = document.getElementById("alert-template");
  if (!announcer || !alerts || !alertTemplate) return;

  const announce = (text) => {
    announcer.textContent = "";
    window.setTimeout(() => { announcer.textContent = text; }, 60);
  };

  const warn = (text) => {
    const alert = alertTemplate.content.cloneNode(true);
    alert.querySelector("[data-text]").textContent = text;
    alert.firstElementChild.dataset.byScript = "";
    alerts.replaceChildren(alert);
    alerts.scrollIntoView({ block: "nearest" });
  };

  window.sociaal = { announce, warn };

  /* --- focus ------------------------------------------------------------------------------------------------ */
  const focusOn = (element) => {
    if (!element.matches("a[href], button, input, select, textarea, summary, [tabindex]")) element.tabIndex = -1;
    element.focus();
  };
  const inside = (part, selector) => (part.matches(selector) ? part : part.querySelector(selector));
  const nowhere = () => !document.activeElement || document.activeElement === document.body;

  const placeFocus = (part, asked, trigger) => {
    const wanted = inside(part, "[data-focus], [autofocus]");
    if (wanted) return focusOn(wanted);
    if (!asked || !nowhere()) return undefined;
    const again = trigger && (trigger.isConnected ? trigger : trigger.id && document.getElementById(trigger.id));
    return focusOn(inside(part, "h1, h2, h3") || again || part);
  };

  const byAPerson = (event) => Boolean(event && ["click", "submit", "change", "input", "keyup", "keydown"].includes(event.type));

  document.addEventListener("htmx:afterSettle", (event) => {
    const request = event.detail.requestConfig;
    const part = event.target;
    if (!(part instanceof Element) || !part.isConnected) return;
    placeFocus(part, request && byAPerson(request.triggeringEvent), request && request.elt);
    const spoken = inside(part, "[data-announce]");
    if (spoken) announce(spoken.dataset.announce || spoken.textContent.trim());
  });

  /* --- busy, spoken, failed --------------------------------------------------------------------------------- */
  document.addEventListener("htmx:beforeRequest", (event) => {
    event.detail.target.setAttribute("aria-busy", "true");
    alerts.querySelectorAll("[data-by-script]").forEach((alert) => alert.remove());
  });
  document.addEventListener("htmx:afterRequest", (event) => event.detail.target.removeAttribute("aria-busy"));
  document.addEventListener("announce", (event) => announce(event.detail.text || event.detail.value || ""));
  document.addEventListener("refusal", (event) => warn(event.detail.message || announcer.dataset.refused));
  document.addEventListener("htmx:responseError", (event) => {
    const { xhr } = event.detail;
    if ((xhr.getResponseHeader("HX-Trigger") || "").includes('"refusal"')) return;
    warn(xhr.status < 500 ? announcer.dataset.refused : announcer.dataset.failed);
  });
  ["htmx:sendError", "htmx:timeout"].forEach((name) => {
    document.addEventListener(name, () => warn(announcer.dataset.offline));
  });

  /* A whole page where a part was expected: the session ended and sign-in answered. What is on the screen stays. */
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr, requestConfig, boosted } = event.detail;
    const elsewhere = xhr.responseURL && new URL(xhr.responseURL).pathname !== new URL(requestConfig.path, location.href).pathname;
    if (boosted || !elsewhere || !/^\s*<!doctype/i.test(xhr.responseText)) return;
    event.detail.shouldSwap = false;
    warn(announcer.dataset.signedOut);
  });

  /* --- keys, menus ------------------------------------------------------------------------------------------ */
  const typing = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);

  document.addEventListener("keydown", (event) => {
    const search = document.getElementById("search");
    if (event.key === "/" && search && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
      search.select();
    }
    /* The telephone rings: from any page, also in the middle of typing. On a Mac the key types a letter there. */
    const caught = document.querySelector(".frame__new");
    const letter = /Mac/.test(navigator.platform) && typing(event.target);
    if (event.code === "KeyN" && event.altKey && !event.ctrlKey && !event.metaKey && caught && !letter) {
      event.preventDefault();
      caught.click();
    }
    const menu = event.key === "Escape" && event.target.closest("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  const first = document.querySelector("main [data-focus]");
  if (first) focusOn(first);
})();
