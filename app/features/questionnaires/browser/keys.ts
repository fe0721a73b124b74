import { CANT_SAY } from "../domain/answers.ts";

/**
 * Keys choose in the question that has the focus: the number that is called so, else 1 to 9 in the order on the page; 0
 * says "can't say".
 */
export function chooseByNumber(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^\d$/.test(event.key)) return;
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || field.type !== "radio") return;
  const radios = [
    ...(field.closest("fieldset")?.querySelectorAll<HTMLInputElement>("input[type=radio]") ?? []),
  ];
  const apart = radios.find(({ value }) => value === CANT_SAY);
  const named = radios.find((each) => each.closest("label")?.textContent?.trim() === event.key);
  const wanted =
    named ??
    (event.key === "0" ? apart : radios.filter((each) => each !== apart)[Number(event.key) - 1]);
  if (!wanted) return;
  event.preventDefault();
  wanted.focus();
  wanted.checked = true;
  wanted.dispatchEvent(new Event("change", { bubbles: true }));
}
