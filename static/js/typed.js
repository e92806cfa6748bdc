/* What stands in a form: the fields as typed, whether that differs from how the page came, and filling it in again.
   Used by autosave.js, where the contract stands. */
"use strict";

(() => {
  if (!window.sociaal) return;

  const NO_TEXT = new Set(["submit", "button", "reset", "image", "file", "password"]);
  const title = document.title.replace(/ · Sociaal$/, "").replace(/^(Fout|Error): /, "");

  const keyField = (form) => form.querySelector("input[name$='form_key']");
  const isKept = (field) =>
    field.name && !field.disabled && !NO_TEXT.has(field.type) && !("autosaveSkip" in field.dataset) &&
    field.name !== "csrfmiddlewaretoken" && !field.name.endsWith("form_key");
  const isChoice = (field) => field.type === "checkbox" || field.type === "radio";

  const valuesOf = (field) => {
    if (isChoice(field)) return field.checked ? [field.value] : [];
    return field.multiple && field.options ? [...field.selectedOptions].map((option) => option.value) : [field.value];
  };
  const content = (form) => {
    const found = { title: title, fields: [], hidden: [] };
    [...form.elements].filter(isKept).forEach((field) => {
      const place = field.type === "hidden" ? found.hidden : found.fields;
      valuesOf(field).forEach((value) => place.push([field.name, value]));
    });
    return found;
  };
  const asRendered = (field) => {
    if (isChoice(field)) return field.checked === field.defaultChecked;
    if (!field.options) return field.type === "hidden" || field.value === field.defaultValue;
    const first = Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
    return field.selectedIndex === first;
  };

  const fillField = (field, values) => {
    const before = valuesOf(field).join("\n");
    if (isChoice(field)) field.checked = values.includes(field.value);
    else if (field.multiple && field.options) [...field.options].forEach((option) => { option.selected = values.includes(option.value); });
    else if (values.length) field.value = values.shift();
    if (valuesOf(field).join("\n") === before) return;
    const fold = field.closest("details");
    if (fold) fold.open = true;
    if (field.type !== "hidden") field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  /* Each field gets what stood under its name; of choices that stood under no name none is chosen. */
  const fill = (form, { fields, hidden }) => {
    const given = new Map();
    [...hidden, ...fields].forEach(([name, value]) => given.set(name, [...(given.get(name) || []), value]));
    const known = new Set(given.keys());
    [...form.elements].filter(isKept).forEach((field) => {
      if (known.has(field.name) || isChoice(field)) fillField(field, given.get(field.name) || []);
    });
  };

  window.sociaal.typed = { content, fill, isKept, asRendered, keyField };
})();
