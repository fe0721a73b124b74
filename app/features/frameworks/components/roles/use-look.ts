import { useEffect, useState } from "react";
import type { Looked } from "../../roles/look-at-role.server.ts";

const SETTLED_MS = 400;
/** Fields that decide on who has a role and what it inherits. */
const LOOKED_AT = /^(parent|validFrom|join|titles|levels|departments|people)$/;

/**
 * What the role typed into a form would come to, as somebody types; what the page was drawn with before that, and
 * without JavaScript. `from` is the framework and, of a role that there is, its id.
 */
export function useLook(formId: string, drawn: Looked, framework: string): Looked {
  const [look, setLook] = useState<{ drawn: Looked; now: Looked }>({ drawn, now: drawn });
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let asked = new AbortController();
    const ask = async (form: HTMLFormElement) => {
      asked.abort();
      asked = new AbortController();
      const body = new URLSearchParams({ framework });
      for (const [name, value] of new FormData(form))
        if (LOOKED_AT.test(name) && typeof value === "string") body.append(name, value);
      try {
        const { signal } = asked;
        const answer = await fetch("/roles/look", { method: "POST", body, signal });
        if (answer.ok) setLook({ drawn, now: (await answer.json()) as Looked });
      } catch (error) {
        // Out of date before it came, or no network: the button still counts, and says what is wrong.
        if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      }
    };
    const listen = ({ target }: Event) => {
      const isField = target instanceof HTMLElement && "name" in target && "form" in target;
      if (!isField || !LOOKED_AT.test(String(target.name))) return;
      const form = target.form;
      if (!(form instanceof HTMLFormElement) || form.id !== formId) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void ask(form), SETTLED_MS);
    };
    document.addEventListener("input", listen);
    return () => {
      clearTimeout(waiting);
      asked.abort();
      document.removeEventListener("input", listen);
    };
  }, [formId, drawn, framework]);
  // Drawn anew, by the button: that is newer than what was asked for before.
  return look.drawn === drawn ? look.now : drawn;
}
