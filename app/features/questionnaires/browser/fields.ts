import { printOf, readSeen } from "../domain/seen.ts";

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The answer that a control of the form stands for; null for other controls. */
export function answerOf(control: EventTarget | null): Control | null {
  const isControl =
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement ||
    (control instanceof HTMLInputElement && control.type !== "hidden");
  return isControl && control.closest("[data-item]") ? control : null;
}

/** Whether what is typed is kept while it is typed, and not only when it is left. */
export function isTyped(control: Control): boolean {
  return (
    control instanceof HTMLTextAreaElement ||
    (control instanceof HTMLInputElement && ["text", "number"].includes(control.type))
  );
}

/** What a control says now, as the form would send it. */
export function saidBy(control: Control): string {
  return control instanceof HTMLInputElement && control.type === "checkbox" && !control.checked
    ? ""
    : control.value;
}

/**
 * The controls whose answer is another than the page came with: given before any script was there. The form says
 * `autocomplete="off"`, so that no browser fills it in itself, after a reload or on the way back.
 */
export function answeredBefore(form: HTMLFormElement): Control[] {
  return [...form.elements].flatMap((element) => {
    const control = answerOf(element);
    return control && isChanged(control) ? control : [];
  });
}

function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some((option) => option.selected && !option.defaultSelected);
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  if (control.type === "radio") return control.checked && !control.defaultChecked;
  if (control.type === "checkbox") return control.checked !== control.defaultChecked;
  return control.value !== control.defaultValue;
}

function controlsOf(form: HTMLFormElement, field: string): Control[] {
  const found = form.querySelectorAll<Control>(`[name="${CSS.escape(field)}"]`);
  return [...found].filter((control) => control.type !== "hidden");
}

/** What a field of the form says now; empty where nothing is chosen. */
export function fieldValue(form: HTMLFormElement, field: string): string {
  const said = controlsOf(form, field).find(
    (control) => control.type !== "radio" || (control as HTMLInputElement).checked,
  );
  return said ? saidBy(said) : "";
}

/** Shows an answer in the form. */
export function show(form: HTMLFormElement, field: string, value: string): void {
  for (const control of controlsOf(form, field)) {
    if (control.type === "radio" || control.type === "checkbox")
      (control as HTMLInputElement).checked = control.value === value;
    else control.value = value;
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
