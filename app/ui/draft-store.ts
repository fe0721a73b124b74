import type { DraftEntries } from "./draft-entries.ts";

const PREFIX = "twohats:draft:";

/** Under which a tab keeps what was typed into a form of this name; by organisation for whoever is in several. */
export function draftKey(name: string, organisation: string | null): string {
  return `${PREFIX}${organisation === null ? "" : `${organisation}:`}${name}`;
}

export function kept(key: string): DraftEntries {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "{}") as DraftEntries;
  } catch {
    return {};
  }
}

/** @returns whether the browser keeps it. */
export function keep(key: string, draft: DraftEntries): boolean {
  try {
    if (Object.keys(draft).length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Forgets every draft of this tab: whoever signs out leaves nothing to whoever sits there next. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Where nothing can be kept, nothing was.
  }
}
