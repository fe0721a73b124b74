import { printOf, readSeen } from "../domain/seen.ts";

type Control = HTMLInputElement | HTMLTextAreaElement;

/** The answer that a control of the form stands for; null for other controls. */
export function answerOf(control: EventTarget | null): Control | null {
  const isControl =
    control instanceof HTMLTextAreaElement ||
    (control instanceof HTMLInputElement && control.type === "radio");
  return isControl ? control : null;
}

/** Shows an answer in the form. */
export function show(form: HTMLFormElement, field: string, value: string): void {
  for (const control of form.querySelectorAll<Control>(`[name="${CSS.escape(field)}"]`)) {
    if (control instanceof HTMLTextAreaElement) control.value = value;
    else control.checked = control.value === value;
  }
}

/** Remembers what the server is known to hold, in the hidden field that the form sends along. */
export class Seen {
  readonly #input: HTMLInputElement | null;
  readonly #prints: Map<string, string>;

  constructor(form: HTMLFormElement | null) {
    this.#input = form?.querySelector<HTMLInputElement>("input[name=seen]") ?? null;
    this.#prints = readSeen(this.#input?.value ?? "");
  }

  get text(): string {
    return [...this.#prints].map((each) => each.join(".")).join(" ");
  }

  has(field: string, value: string): boolean {
    return (this.#prints.get(field) ?? printOf("")) === printOf(value);
  }

  set(field: string, value: string): void {
    this.#prints.set(field, printOf(value));
    if (this.#input) this.#input.value = this.text;
  }

  fields(): string[] {
    return [...this.#prints.keys()];
  }
}

/** Moves the bar and its words on. */
export function countAnswers(form: HTMLFormElement): void {
  const bar = document.querySelector<HTMLProgressElement>("progress.progress-bar");
  const [done, left] = ["done", "minutes"].map((what) =>
    document.querySelector<HTMLElement>(`[data-${what}]`),
  );
  if (!bar) return;
  bar.value = form.querySelectorAll("input[type=radio]:checked").length;
  const minutes = Math.ceil((Number(left?.dataset.whole) * (bar.max - bar.value)) / bar.max);
  if (done) done.textContent = (done.dataset.done ?? "").replace("{done}", String(bar.value));
  if (left)
    left.textContent =
      minutes > 0 ? (left.dataset.minutes ?? "").replace("{minutes}", String(minutes)) : "";
}
