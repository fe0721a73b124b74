import { LEAST_MINIMUM } from "@twohats/disclosure";
import { organisationName, organisationStanding } from "~/features/identity/index.server.ts";
import { organisationZone } from "~/features/people/index.server.ts";
import { TOLD_AT } from "~/features/rounds/domain/index.ts";
import { todayFor } from "~/platform/clock/today.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { hoursOfDay, writtenDate } from "~/platform/i18n/format.ts";
import { textsIn } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Mode } from "../domain/information.ts";
import { type Period, periodOn } from "../domain/period.ts";
import type { Placeholder } from "../domain/placeholders.ts";
import type { KeptOfAll } from "../retention/kept-context.server.ts";
import { chosenPeriods } from "../store/period-store.server.ts";

/** How an organisation is set today, so far as people are told. */
export type Settings = Awaited<ReturnType<typeof settingsToday>>;

/** Asks what the pages that show each of it ask. */
export async function settingsToday(
  platform: Pick<Platform, "clock">,
  tx: Tx,
  { kinds, fixed }: Pick<KeptOfAll, "kinds" | "fixed">,
  scope: OrganisationScope,
) {
  const today = todayFor(platform, await organisationZone(tx, scope));
  const chosen = await chosenPeriods(tx, scope);
  const { leaversReadDays } = await organisationStanding(tx, scope);
  const retention = kinds.map(({ name, words }) => {
    const own = chosen.get(name) ?? null;
    const waits = own !== null && today < own.holdsFrom;
    return {
      words,
      years: periodOn(own, today),
      later: waits ? { years: own.years, from: own.holdsFrom } : null,
    };
  });
  return { organisation: await organisationName(tx, scope), leaversReadDays, retention, fixed };
}

/** The same in a language, by the placeholders that it fills. */
export function settingsInWords(
  { organisation, leaversReadDays, retention, fixed }: Settings,
  language: string,
) {
  const t = textsIn(language).getFixedT(null, "information");
  const period = (years: Period) =>
    years === null ? t("kept.forEver") : t("kept.years", { count: years });
  const kept = retention.map(({ words, years, later }) => {
    const known = { what: t(`${words}.title`), period: period(years) };
    if (later === null) return t("kept.line", known);
    const from = { date: writtenDate(later.from, language), after: period(later.years) };
    return t("kept.lineThen", { ...known, ...from });
  });
  return {
    organisation,
    minimum: String(LEAST_MINIMUM),
    times: hoursOfDay(TOLD_AT, language),
    leavers: t("kept.days", { count: leaversReadDays }),
    retention: kept,
    fixed: fixed.map(({ words, values }) => t(words, { ...values })),
  };
}

type InWords = ReturnType<typeof settingsInWords>;

/** Each setting as a line that can be compared with that of another day. */
export function linesOf(words: InWords, language: string): string[] {
  const t = textsIn(language).getFixedT(null, "information");
  const { minimum, times, leavers, retention, fixed } = words;
  const facts = (["minimum", "times", "leavers"] as const).map((name) =>
    t(`facts.${name}`, { minimum, times, leavers }),
  );
  return [...facts, ...retention, ...fixed];
}

/** What stands in a text for each of its placeholders. */
export function placeholderValues(
  { retention, fixed, ...words }: InWords,
  given: { mode: Mode; responsible: string; contact: string },
  language: string,
): Record<Placeholder, string> {
  const t = textsIn(language).getFixedT(null, "information");
  const { mode, responsible, contact } = given;
  const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join("\n");
  return {
    ...words,
    ...{ responsible, contact, basis: t(`basis.${mode}`) },
    ...{ retention: list(retention), fixed: list(fixed) },
  };
}
