export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const TYPED = new Set(["text", "date", "number", "email", "search", "checkbox", "radio"]);

/** What is typed, chosen or ticked, and nothing a page put there for itself. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (each): each is Control =>
      each instanceof HTMLTextAreaElement ||
      each instanceof HTMLSelectElement ||
      (each instanceof HTMLInputElement && TYPED.has(each.type)),
  );
}

const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === "checkbox";
const isRadio = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === "radio";

/** One of the boxes of a name: each is a field of its own. */
export function boxField(name: string, value: string): string {
  return `${name}=${value}`;
}

/** The name that a field is sent under. */
export function nameOfField(field: string): string {
  return field.split("=", 1)[0] ?? field;
}

/** Radios of one name are one field. */
function fieldOf(control: Control): string {
  return isBox(control) ? boxField(control.name, control.value) : control.name;
}

/** What fields say now, or as the page drew them: a browser may put back by itself what was typed before a reload. */
export function valuesOf(
  controls: readonly Control[],
  when: "now" | "as drawn" = "now",
): Record<string, string> {
  const values: Record<string, string> = {};
  const drawn = when === "as drawn";
  for (const control of controls) {
    const field = fieldOf(control);
    if (isBox(control)) {
      values[field] = (drawn ? control.defaultChecked : control.checked) ? "on" : "";
    } else if (isRadio(control)) {
      if (drawn ? control.defaultChecked : control.checked) values[field] = control.value;
      else values[field] ??= "";
    } else {
      const ofPage = drawn && !(control instanceof HTMLSelectElement);
      values[field] = ofPage ? control.defaultValue : control.value;
    }
  }
  return values;
}

/** Puts these values into their fields and opens what they are folded into. */
export function fill(controls: readonly Control[], into: Readonly<Record<string, string>>): void {
  for (const control of controls) {
    const typed = into[fieldOf(control)];
    if (typed === undefined) continue;
    if (isBox(control)) control.checked = typed === "on";
    else if (isRadio(control)) control.checked = control.value === typed;
    else control.value = typed;
    control.closest("details")?.setAttribute("open", "");
  }
}
