import { useEffect, useState } from "react";

/** What stands in the fields of the form by this id now, saved or not; null before JavaScript. */
export function useTyped(formId: string): Record<string, string> | null {
  const [typed, setTyped] = useState<Record<string, string> | null>(null);
  useEffect(() => {
    const look = () => {
      const form = document.getElementById(formId);
      if (form instanceof HTMLFormElement) setTyped(wordsOf(new FormData(form)));
    };
    const listen = ({ target }: Event) => {
      if (target instanceof HTMLElement && target.closest("form")?.id === formId) look();
    };
    // A draft that comes back is put into the fields without a word.
    const first = setTimeout(look);
    document.addEventListener("input", listen);
    return () => {
      clearTimeout(first);
      document.removeEventListener("input", listen);
    };
  }, [formId]);
  return typed;
}

function wordsOf(data: FormData): Record<string, string> {
  const words: Record<string, string> = {};
  for (const [name, value] of data) if (typeof value === "string") words[name] = value;
  return words;
}
