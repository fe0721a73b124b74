/**
 * Runs on the page of a situation: puts its two hats in order in the browser, so that no answer leaves it. The page
 * works without it.
 */
import { toHtml } from "~/platform/open-pages/to-html.ts";
import { answersIn } from "../domain/order.ts";
import type { SituationView } from "../view/guide-view.ts";
import { HatsView } from "../view/hats-view.tsx";
import { choicesInAddress } from "./choices-in-address.ts";

const place = document.querySelector<HTMLElement>("[data-situation]");
if (place) orderIn(place);

function orderIn(place: HTMLElement): void {
  const view = JSON.parse(place.dataset.situation ?? "") as SituationView;
  const choose = choicesInAddress((said, isNew) => {
    place.innerHTML = toHtml(HatsView({ view, answers: answersIn(said) }));
    if (!isNew) return;
    const title = place.querySelector<HTMLElement>("#order-title");
    title?.focus({ preventScroll: true });
    place.querySelector("#order")?.scrollIntoView();
  });
  place.addEventListener("submit", (event) => {
    event.preventDefault();
    choose(event.target as HTMLFormElement);
  });
}
