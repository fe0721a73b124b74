import { isLetterKind } from "~/features/rounds/domain/index.ts";
import type { LetterChange } from "../letters/edit-letter.server.ts";

export type LetterForm = {
  intent: string;
  change: LetterChange;
  typed: { subject: string; body: string };
};

/** A letter's form as it was filled in; null when it is none of ours. */
export function readLetterForm(form: FormData): LetterForm | null {
  const text = (name: string) => String(form.get(name) ?? "");
  const kind = form.get("letter");
  if (!isLetterKind(kind)) return null;
  const intent = text("intent");
  const typed = { subject: text("subject"), body: text("body") };
  const wording = intent === "usual" ? null : typed;
  const change = { kind, language: text("language"), wording, seen: text("seen") };
  return { intent, change, typed };
}
