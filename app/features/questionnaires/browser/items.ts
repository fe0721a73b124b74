import { askedKeys } from "../domain/asked-fields.ts";
import type { Alternatives } from "../domain/condition.ts";
import { type Control, fieldValue } from "./fields.ts";

function itemsOf(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>("[data-item]")];
}

function controlsIn(item: HTMLElement): Control[] {
  return [...item.querySelectorAll<Control>("input:not([type=hidden]), select, textarea")];
}

/** Shows the items that are asked now, and hides the others. */
export function showAsked(form: HTMLFormElement): void {
  const items = itemsOf(form);
  if (!items.some((item) => item.dataset.when)) return;
  const asked = askedKeys(
    items.map((item) => ({
      key: item.dataset.item ?? "",
      when: item.dataset.when ? (JSON.parse(item.dataset.when) as Alternatives) : null,
      fields: Object.fromEntries(controlsIn(item).map(({ name }) => [name, name])),
    })),
    (field) => fieldValue(form, field),
  );
  for (const item of items) item.hidden = !asked.has(item.dataset.item ?? "");
}

/**
 * Whether an item has been dealt with: something is chosen or typed; in an order, everything has a place of its own.
 */
function isDealtWith(item: HTMLElement): boolean {
  const controls = controlsIn(item);
  const places = controls.filter((control) => control instanceof HTMLSelectElement);
  const said = (control: Control) =>
    control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type)
      ? control.checked
      : control.value.trim() !== "";
  const others = controls.filter((control) => !(control instanceof HTMLSelectElement));
  if (others.some(said)) return true;
  const chosen = places.map(({ value }) => value);
  return places.length > 0 && chosen.every(Boolean) && new Set(chosen).size === chosen.length;
}

/** Moves the bar and its words on. */
export function countAnswers(form: HTMLFormElement): void {
  const bar = document.querySelector<HTMLProgressElement>("progress.progress-bar");
  const [done, left] = ["done", "minutes"].map((what) =>
    document.querySelector<HTMLElement>(`[data-${what}]`),
  );
  if (!bar) return;
  const owed = itemsOf(form).filter((item) => item.dataset.owed !== undefined && !item.hidden);
  bar.max = Math.max(1, owed.length);
  bar.value = owed.filter(isDealtWith).length;
  const minutes = Math.ceil((Number(left?.dataset.whole) * (bar.max - bar.value)) / bar.max);
  if (done)
    done.textContent = (done.dataset.done ?? "")
      .replace("{done}", String(bar.value))
      .replace("{total}", String(owed.length));
  if (left)
    left.textContent =
      minutes > 0 ? (left.dataset.minutes ?? "").replace("{minutes}", String(minutes)) : "";
}

/**
 * What else an answer changes in its item: "can't say" takes back the rest, the rest takes back "can't say", and two
 * options that want one place swap. @param before what the control said before. @returns the controls that now say
 * something else.
 */
export function settle(control: Control, before: string): Control[] {
  const item = control.closest<HTMLElement>("[data-item]");
  if (!item) return [];
  const changed: Control[] = [];
  if (control instanceof HTMLSelectElement && item.querySelector("[data-rank]")) {
    const rival = controlsIn(item).find(
      (each) =>
        each !== control && each instanceof HTMLSelectElement && each.value === control.value,
    );
    if (rival && control.value !== "") {
      rival.value = before;
      changed.push(rival);
    }
  }
  const isApart = control.dataset.apart !== undefined;
  if (isApart && !(control as HTMLInputElement).checked) return changed;
  for (const each of controlsIn(item)) {
    const isOther = each !== control && (isApart || each.dataset.apart !== undefined);
    if (!isOther) continue;
    if (each instanceof HTMLInputElement && ["radio", "checkbox"].includes(each.type)) {
      if (!each.checked) continue;
      each.checked = false;
    } else if (each.value === "") continue;
    else each.value = "";
    changed.push(each);
  }
  return changed;
}
