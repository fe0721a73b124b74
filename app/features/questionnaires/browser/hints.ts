import { scriptWarnings } from "../domain/comment-language.ts";
import { type CommentWarning, commentWarnings } from "../domain/comment-warnings.ts";
import { printOf } from "../domain/seen.ts";

/** Shows what in a comment could give someone away, or takes the hint away. */
export function showHints(
  question: string,
  warnings: readonly CommentWarning[],
  says: Record<string, string>,
): void {
  const box = document.querySelector<HTMLElement>(`[data-hints="${CSS.escape(question)}"]`);
  const list = box?.querySelector("ul");
  if (!box || !list) return;
  const lines = warnings.map(({ kind, found }) => {
    const line = document.createElement("li");
    line.textContent = (says[kind] ?? "").replace("{found}", () => found);
    return line;
  });
  list.replaceChildren(...lines);
  box.hidden = lines.length === 0;
}

/**
 * Looks at a comment here, before the server does. Of names it knows the nearest only, and only by their prints; of
 * what others write in only the scripts.
 */
export function hintsAt(
  text: string,
  team: ReadonlySet<string>,
  language: string,
  scripts: readonly string[] | null,
): CommentWarning[] {
  return [
    ...(scripts ? scriptWarnings(text, { languages: [], scripts }) : []),
    ...commentWarnings(text, { has: (word) => team.has(printOf(word)) }, language),
  ];
}
