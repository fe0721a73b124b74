import { useTranslation } from "react-i18next";

const STATUS = [
  "saving",
  "saved",
  "offline",
  "away",
  "signedOut",
  "signIn",
  "invalid",
  "changed",
  "changedOne",
  "stay",
] as const;
const REFUSED = [
  "closed",
  "called-off",
  "ended",
  "paused",
  "withdrawn",
  "declined",
  "not-open",
  "unknown",
] as const;
const HINTS = ["name", "email", "phone", "date", "event", "script", "language"] as const;

/** What the page's script says, by key, in the language of the page. `{found}` and `{n}` are put in by the script. */
export type SpokenTexts = Record<
  (typeof STATUS)[number] | (typeof REFUSED)[number] | (typeof HINTS)[number],
  string
>;

export function useSpokenTexts(): SpokenTexts {
  const { t } = useTranslation("answering");
  const texts = [
    ...STATUS.map((key) => [key, t(`status.${key}`)]),
    ...REFUSED.map((key) => [key, t(`refused.${key}`)]),
    ...HINTS.map((key) => [key, t(`hint.${key}`, { found: "{found}" })]),
  ];
  return Object.fromEntries(texts) as SpokenTexts;
}
