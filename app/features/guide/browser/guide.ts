/**
 * Runs on the page of all situations: finds among them in the browser, so that nothing typed leaves it. The page works
 * without it.
 */
import { toHtml } from "~/platform/open-pages/to-html.ts";
import { choicesIn, isChosen, situationsFor } from "../domain/choices.ts";
import { indexOf } from "../domain/find.ts";
import { findable } from "../domain/findable.ts";
import { foundText } from "../view/found-text.ts";
import { FoundView } from "../view/found-view.tsx";
import type { GuideView } from "../view/guide-view.ts";
import { choicesInAddress } from "./choices-in-address.ts";

const place = document.querySelector<HTMLElement>("[data-guide]");
const form = document.querySelector<HTMLFormElement>("form[data-find]");
if (place && form) findIn(place, form);

function findIn(place: HTMLElement, form: HTMLFormElement): void {
  const view = JSON.parse(place.dataset.guide ?? "") as GuideView;
  const index = indexOf(view.situations.map(findable));
  const status = document.querySelector<HTMLElement>("[data-found]");
  const all = document.querySelector<HTMLElement>("[data-all]");
  const choose = choicesInAddress((said, isNew) => {
    const choices = choicesIn(said, view.topics);
    const shown = situationsFor(view.situations, index, choices);
    const chosen = isChosen(choices);
    for (const [name, value] of Object.entries(choices)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
        field.value = value;
    }
    place.innerHTML = toHtml(FoundView({ view, choices, shown }));
    if (all) all.hidden = !chosen;
    if (!status) return;
    status.textContent = chosen ? foundText(view, shown.length) : "";
    if (isNew) status.scrollIntoView();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose(form);
  });
}
