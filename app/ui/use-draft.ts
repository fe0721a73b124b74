import { type RefObject, useContext, useEffect, useRef, useState } from "react";
import { resumed, sentOff, typedInto } from "./draft-entries.ts";
import { draftKey, keep, kept } from "./draft-store.ts";
import { OrganisationContext } from "./form.tsx";
import { controlsOf, fill, valuesOf } from "./form-values.ts";
import { telling, type Unsaved } from "./unsaved.ts";

export type DraftOptions = {
  /** Under which it is kept; left out, nothing is. */
  name?: string;
  /** Names of the fields that are kept; left out, all that somebody can type into or choose from. */
  only?: readonly string[];
  /** A hidden field that says what the form was made from: it goes back in with what was typed over that. */
  seen?: string;
  /** Sending is the end of a draft: afterwards the same form stands for something new, or says more than its fields. */
  endsWhenSent?: boolean;
  /** Tells what is changed and not saved, with a way to undo it: for a form over something that is stored already. */
  marks?: boolean;
};

type Draft = {
  form: RefObject<HTMLFormElement | null>;
  /** Whether there is anything to keep drafts in. */
  keeps: boolean;
  /** Something typed before stands in the form again. */
  isBack: boolean;
  /** Null where changes are not marked, and before JavaScript. */
  unsaved: Unsaved | null;
};

/**
 * Keeps what is typed into a form until it is saved: through a reload, another page and another language. It lasts as
 * long as the tab, so that nothing stays behind on a device that others use; without JavaScript, storage or a name
 * there is no draft.
 */
export function useDraft(options: DraftOptions): Draft {
  const { name, seen, endsWhenSent = false, marks = false } = options;
  const only = options.only?.join(" ");
  // One tab may show several organisations, one after the other: what was typed for one is not offered in another.
  const organisation = useContext(OrganisationContext);
  const form = useRef<HTMLFormElement>(null);
  const [keeps, setKeeps] = useState(false);
  const [isBack, setIsBack] = useState(false);
  const [unsaved, setUnsaved] = useState<Unsaved | null>(null);
  useEffect(() => {
    const element = form.current;
    if (!element || name === undefined) return;
    const key = draftKey(name, organisation);
    const names = only === undefined ? null : new Set(only.split(" "));
    const controls = () =>
      controlsOf(element).filter((each) => names === null || names.has(each.name));
    const shown = valuesOf(controls(), "as drawn");
    const { left, into } = resumed(kept(key), shown);
    setKeeps(keep(key, left));
    setIsBack(Object.keys(into).length > 0);
    fill(controls(), into);
    const tell = marks ? telling({ element, controls, shown, say: setUnsaved }) : () => {};
    tell();
    const madeFrom = seen === undefined ? null : element.elements.namedItem(seen);
    const from = madeFrom instanceof HTMLInputElement ? madeFrom : null;
    let before = Object.keys(into).length > 0 ? kept(markOf(key)).seen?.typed : undefined;
    const listen = () => {
      const draft = typedInto(kept(key), shown, valuesOf(controls()));
      keep(key, draft);
      before = Object.keys(draft).length > 0 ? (before ?? from?.value) : undefined;
      keep(
        markOf(key),
        before === undefined ? {} : { seen: { typed: before, over: "", sent: false } },
      );
      tell();
    };
    const send = () => {
      keep(key, endsWhenSent ? {} : sentOff(kept(key), Object.keys(valuesOf(controls()))));
      keep(markOf(key), {});
      const now = from?.value;
      // Only for as long as the form is read: drawn again, the page's own would stand there, and what is sent next is
      // made from what this page showed.
      if (from && before !== undefined) from.value = before;
      before = undefined;
      setTimeout(() => {
        if (from && now !== undefined) from.value = now;
      });
    };
    element.addEventListener("input", listen);
    element.addEventListener("submit", send);
    return () => {
      element.removeEventListener("input", listen);
      element.removeEventListener("submit", send);
    };
  }, [name, organisation, only, seen, endsWhenSent, marks]);
  return { form, keeps, isBack, unsaved };
}

function markOf(key: string): string {
  return `${key}:seen`;
}
