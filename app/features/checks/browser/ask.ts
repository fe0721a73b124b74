/**
 * Runs on the page that asks a check: counts along, fills itself in from a result in the address, and makes the result
 * in the browser, so that no answer leaves it. The page works without it.
 */
import type { Check, Ratings, Voice } from "../domain/check.ts";
import { itemOrder } from "../domain/check.ts";
import { readCode, writeCode } from "../domain/result-code.ts";
import { hasFigures, score } from "../domain/score.ts";

const form = document.querySelector<HTMLFormElement>("form[data-check]");
if (form) askIn(form);

function askIn(form: HTMLFormElement): void {
  const check = JSON.parse(form.dataset.check ?? "") as Check;
  const status = form.querySelector("[data-count]");
  const tell = (text: string | undefined, done: number) => {
    if (status) status.textContent = (text ?? "").replace("{done}", String(done));
  };
  const before = readCode(check, location.hash);
  if (before.ok) fillIn(form, before.ratings);
  const count = () => tell(form.dataset.done, answered(ratingsIn(form, check)));
  form.addEventListener("change", count);
  // A browser that comes back to the page puts its answers in by itself, a moment later.
  addEventListener("pageshow", () => setTimeout(count));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const ratings = ratingsIn(form, check);
    if (!hasFigures(score(check, ratings))) {
      tell(form.dataset.few, answered(ratings));
      firstOpen(form, ratings)?.focus();
      return;
    }
    const code = writeCode(check, form.dataset.voice as Voice, ratings);
    // What is in the address stays answered for whoever comes back.
    history.replaceState(null, "", `#${code}`);
    location.assign(`${form.dataset.result}#${code}`);
  });
}

function ratingsIn(form: HTMLFormElement, check: Check): Ratings {
  const fields = new FormData(form);
  return itemOrder(check).map((_, index) => {
    const value = fields.get(`item-${index}`);
    return typeof value === "string" ? Number(value) : null;
  });
}

function fillIn(form: HTMLFormElement, ratings: Ratings): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>("input[type=radio]"))
    radio.checked = ratings[Number(radio.name.replace("item-", ""))] === Number(radio.value);
}

function answered(ratings: Ratings): number {
  return ratings.filter((rating) => rating !== null).length;
}

function firstOpen(form: HTMLFormElement, ratings: Ratings): HTMLElement | null {
  const index = ratings.indexOf(null);
  return form.querySelector<HTMLElement>(`input[name="item-${index}"]`);
}
