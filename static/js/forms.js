/* Forms: one press is one sending, and typed text is not lost by leaving without noticing. */
"use strict";

(() => {
  let leaving = false;

  const posts = (form) => form instanceof HTMLFormElement && form.method === "post";
  const textFields = "textarea, input[type=text], input[type=email], input[type=tel], input[type=search]";
  const changed = (field) => field.value !== field.defaultValue;
  const unsaved = () =>
    [...document.querySelectorAll("main form")].some(
      (form) =>
        posts(form) &&
        !("saved" in form.dataset) &&
        [...form.querySelectorAll(textFields)].some((field) => changed(field) || (field.value && form.querySelector(".error-summary"))),
    );

  /* The second press of a button within one page is dropped; the server drops resends by the form's key. */
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !posts(form)) return;
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    form.dataset.sending = "true";
    form.setAttribute("aria-busy", "true");
    leaving = true;
  });

  /* Back to a page that the browser kept: its form may be sent again. */
  window.addEventListener("pageshow", () => {
    leaving = false;
    document.querySelectorAll("form[data-sending]").forEach((form) => {
      delete form.dataset.sending;
      form.removeAttribute("aria-busy");
    });
  });

  window.addEventListener("beforeunload", (event) => {
    if (!leaving && unsaved()) event.preventDefault();
  });
})();
