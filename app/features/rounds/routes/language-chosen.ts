import { languageCookie } from "~/platform/i18n/language-wishes.server.ts";

/** The answer's headers when a form's button chose a language. */
export async function languageChosen(language: unknown): Promise<ResponseInit> {
  const isTag = typeof language === "string" && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language);
  return isTag ? { headers: { "Set-Cookie": await languageCookie.keep(language) } } : {};
}
