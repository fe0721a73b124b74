import { render, toPlainText } from "@react-email/render";
import { type Letter, LetterMail } from "./emails/letter.tsx";

/** A letter as HTML and as plain text. */
export async function writeLetter(
  letter: Letter,
): Promise<{ subject: string; html: string; plain: string }> {
  const html = await render(<LetterMail letter={letter} />);
  return { subject: letter.subject.replace(/\s+/g, " ").trim(), html, plain: toPlainText(html) };
}
