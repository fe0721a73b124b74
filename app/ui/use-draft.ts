import { type RefObject, useEffect, useRef, useState } from "react";
import { type DraftEntries, resumed, sentOff, typedInto } from "./draft-entries.ts";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export type DraftOptions = {
  /** Under which it is kept; left out, nothing is. */
  name?: string;
  /** Names of the fields that are kept; left out, all that somebody can type into or choose from. */
  only?: readonly string[];
  /** A hidden field that says what the form was made from: it goes back in with what was typed over that. */
  seen?: string;
  /** Sending is the end of a draft: afterwards the same form stands for something new, or says more than its fields. */
  endsWhenSent?: boolean;
};

type Draft = {
  form: RefObject<HTMLFormElement | null>;
  /** Whether there is anything to keep drafts in. */
  keeps: boolean;
  /** Something typed before stands in the form again. */
  isBack: boolean;
};

/**
 * Keeps what is typed into a form until it is saved: through a reload, another page and another language. It lasts as
 * long as the tab, so that nothing stays behind on a device that others use; without JavaScript, storage or a name
 * there is no draft.
 */
export function useDraft(options: DraftOptions): Draft {
  const { name, seen, endsWhenSent = false } = options;
  const only = options.only?.join(" ");
  const form = useRef<HTMLFormElement>(null);
  const [keeps, setKeeps] = useState(false);
  const [isBack, setIsBack] = useState(false);
  useEffect(() => {
    const element = form.current;
    if (!element || name === undefined) return;
    const key = `twohats:draft:${name}`;
    const names = only === undefined ? null : new Set(only.split(" "));
    const controls = () =>
      controlsOf(element).filter((each) => names === null || names.has(each.name));
    const shown = valuesOf(controls(), "as drawn");
    const { left, into } = resumed(kept(key), shown);
    setKeeps(keep(key, left));
    setIsBack(Object.keys(into).length > 0);
    fill(controls(), into);
    const madeFrom = seen === undefined ? null : element.elements.namedItem(seen);
    const mark = madeFrom instanceof HTMLInputElement ? madeFrom : null;
    let before = Object.keys(into).length > 0 ? kept(markOf(key)).seen?.typed : undefined;
    const listen = () => {
      const draft = typedInto(kept(key), shown, valuesOf(controls()));
      keep(key, draft);
      before = Object.keys(draft).length > 0 ? (before ?? mark?.value) : undefined;
      keep(
        markOf(key),
        before === undefined ? {} : { seen: { typed: before, over: "", sent: false } },
      );
    };
    const send = () => {
      keep(key, endsWhenSent ? {} : sentOff(kept(key), Object.keys(valuesOf(controls()))));
      keep(markOf(key), {});
      const now = mark?.value;
      // Only for as long as the form is read: drawn again, the page's own would stand there, and what is sent next is
      // made from what this page showed.
      if (mark && before !== undefined) mark.value = before;
      before = undefined;
      setTimeout(() => {
        if (mark && now !== undefined) mark.value = now;
      });
    };
    element.addEventListener("input", listen);
    element.addEventListener("submit", send);
    return () => {
      element.removeEventListener("input", listen);
      element.removeEventListener("submit", send);
    };
  }, [name, only, seen, endsWhenSent]);
  return { form, keeps, isBack };
}

const TYPED = new Set(["text", "date", "number", "email", "search", "checkbox", "radio"]);

/** What is typed, chosen or ticked, and nothing a page put there for itself. */
function controlsOf(form: HTMLFormElement): Control[] {
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

/** Boxes of one name are fields of their own; radios of one name are one. */
function fieldOf(control: Control): string {
  return isBox(control) ? `${control.name}=${control.value}` : control.name;
}

/** What fields say now, or as the page drew them: a browser may put back by itself what was typed before a reload. */
function valuesOf(
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

function fill(controls: readonly Control[], into: Readonly<Record<string, string>>): void {
  for (const control of controls) {
    const typed = into[fieldOf(control)];
    if (typed === undefined) continue;
    if (isBox(control)) control.checked = typed === "on";
    else if (isRadio(control)) control.checked = control.value === typed;
    else control.value = typed;
    control.closest("details")?.setAttribute("open", "");
  }
}

function markOf(key: string): string {
  return `${key}:seen`;
}

function kept(key: string): DraftEntries {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "{}") as DraftEntries;
  } catch {
    return {};
  }
}

/** @returns whether the browser keeps it. */
function keep(key: string, draft: DraftEntries): boolean {
  try {
    if (Object.keys(draft).length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
