/* Arrow keys on the improvement board: left and right press the button that moves the card, up and down go to the
   next card. The buttons in the card's menu do the same without this file. */
"use strict";

(() => {
  const link = (card) => card && card.querySelector(".board__title a");

  const press = (card, side) => {
    const button = card.querySelector(`button[data-arrow="${side}"]`);
    if (button) button.click();
    return Boolean(button);
  };

  const step = (card, by) => {
    const cards = [...card.parentElement.children];
    const next = link(cards[cards.indexOf(card) + by]);
    if (next) next.focus();
    return Boolean(next);
  };

  const keys = {
    ArrowLeft: (card) => press(card, "left"),
    ArrowRight: (card) => press(card, "right"),
    ArrowUp: (card) => step(card, -1),
    ArrowDown: (card) => step(card, 1),
  };

  document.addEventListener("keydown", (event) => {
    const move = keys[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const card = event.target.closest("#board .board__card");
    if (!card || event.target !== link(card)) return;
    if (move(card)) event.preventDefault();
  });
})();
