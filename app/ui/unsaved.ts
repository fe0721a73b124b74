import { changedFrom } from "./draft-entries.ts";
import { type Control, fill, valuesOf } from "./form-values.ts";

/** What of a form is not saved. */
export type Unsaved = {
  /** By field, what it held when it was shown. */
  was: Readonly<Record<string, string>>;
  /** Takes all of it back. */
  undo(): void;
  /** Brings back what was just undone; null when nothing was. */
  putBack: (() => void) | null;
};

type Marked = {
  element: HTMLFormElement;
  controls: () => Control[];
  shown: Readonly<Record<string, string>>;
  say(unsaved: Unsaved): void;
};

/** @returns what tells anew which fields are changed. */
export function telling({ element, controls, shown, say }: Marked): () => void {
  let undone: Readonly<Record<string, string>> | null = null;
  const into = (values: Readonly<Record<string, string>>) => {
    fill(controls(), values);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return () => {
    const now = valuesOf(controls());
    const was = changedFrom(shown, now);
    const back = undone;
    undone = null;
    say({
      was,
      undo: () => {
        undone = Object.fromEntries(Object.keys(was).map((field) => [field, now[field] ?? ""]));
        into(was);
      },
      putBack: back && (() => into(back)),
    });
  };
}
