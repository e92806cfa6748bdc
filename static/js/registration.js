/* The telephone screen: a search box with a list that opens while one types, and keys for who types all day.
   Without this file the search button shows the same people to tick, and every button works. */
"use strict";

(() => {
  const form = document.getElementById("call");
  const box = form && form.querySelector("[data-combobox]");
  if (!box || !window.sociaal) return;

  const list = document.getElementById(box.dataset.combobox);
  const resident = form.querySelector("input[type=hidden][name=resident]");
  const newcomer = document.getElementById("newcomer");
  const options = () => [...list.querySelectorAll("[role=option]")];
  const active = () => list.querySelector("[role=option][aria-selected=true]");

  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", "found-list");
  box.setAttribute("aria-expanded", "false");
  form.querySelector("[data-look]").tabIndex = -1; // one types, and the list opens by itself
  form.querySelectorAll("[data-keys]").forEach((hint) => { hint.hidden = false; });
  form.classList.add("call--keys");

  /* --- the list --------------------------------------------------------------------------------------------- */
  const show = (open) => {
    box.setAttribute("aria-expanded", String(open && options().length > 0));
    list.hidden = !open;
    if (!open) point(null);
  };
  const point = (option) => {
    options().forEach((one) => one.setAttribute("aria-selected", String(one === option)));
    if (option) {
      box.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      box.removeAttribute("aria-activedescendant");
    }
  };
  const isOpen = () => box.getAttribute("aria-expanded") === "true";
  const move = (step) => {
    const all = options();
    if (!all.length) return;
    if (!isOpen()) show(true);
    const place = all.indexOf(active());
    point(all[(place < 0 && step < 0 ? 0 : place) + step] || all[step > 0 ? 0 : all.length - 1]);
  };

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target === list) show(document.activeElement === box);
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "person") form.querySelectorAll("[data-other]").forEach((one) => { one.tabIndex = -1; });
  });

  /* --- choosing --------------------------------------------------------------------------------------------- */
  const choose = (key, name) => {
    resident.value = key;
    if (name !== undefined) box.value = name;
    show(false);
    resident.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const newField = (name) => form.elements.namedItem(`new_${name}`);
  const NEW = ["first_names", "prefix", "last_name", "birth_date", "phone"];
  const begin = (given) => {
    if (resident.value) choose("", undefined);
    show(false);
    newcomer.open = true;
    NEW.forEach((name) => { if (given[name]) newField(name).value = given[name]; });
    const first = ["last_name", "birth_date", "phone"].map(newField).find((field) => !field.value);
    (first || form.elements.namedItem("words")).focus();
    newField("last_name").dispatchEvent(new Event("change", { bubbles: true }));
  };
  const forget = () => {
    newcomer.querySelectorAll("input").forEach((field) => {
      if (field.type === "checkbox") field.checked = false;
      else field.value = "";
    });
    newcomer.querySelector("#alike").replaceChildren();
    newcomer.open = false;
  };
  const take = (option) => {
    if ("newcomer" in option.dataset) begin(option.dataset);
    else choose(option.dataset.key, option.dataset.name);
  };

  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (active()) take(active());
      else look();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (isOpen()) return show(false);
      box.value = "";
      list.replaceChildren();
      if (resident.value) choose("", "");
    }
    return undefined;
  });
  box.addEventListener("blur", () => show(false));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the box
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });

  const look = () => box.dispatchEvent(new CustomEvent("look"));
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-look], [data-other], [data-choose]");
    if (!button) return;
    event.preventDefault();
    if ("choose" in button.dataset) forget();
    if ("choose" in button.dataset) choose(button.value, button.dataset.choose);
    else if ("other" in button.dataset) choose("", "");
    box.focus();
    if ("look" in button.dataset) look();
  });

  /* --- keys ------------------------------------------------------------------------------------------------- */
  const press = (selector) => {
    const button = form.querySelector(selector);
    if (button) form.requestSubmit(button);
  };
  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      press("[data-register]");
    } else if (event.key === "Enter" && field instanceof HTMLInputElement) {
      event.preventDefault(); // no button that nobody pressed
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyJ") {
      event.preventDefault();
      press("[data-join]");
    }
  });
})();
