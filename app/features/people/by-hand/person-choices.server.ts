import { localeOf } from "~/platform/i18n/format.ts";
import { languages, ownName } from "~/platform/i18n/language.ts";
import { readerLanguage } from "~/platform/i18n/reader-language.ts";
import { nameOfLanguage } from "../domain/by-hand/name-of-language.ts";
import { placeOf } from "../domain/by-hand/place-of.ts";
import { listedZone, ZONES } from "../domain/by-hand/zones.ts";

/** Zones of a part of the world. `name` is what clocks there follow, such as "Central European Time". */
export type ZoneGroup = { region: string; zones: { zone: string; place: string; name: string }[] };

/** What stands in a record and is on no list; it may stay. */
export type Choices<Listed> = { listed: Listed; stored: string | null };

/** Every time zone, by part of the world; and the one that is stored, as the list has it or beside it. */
export function zoneChoices(stored: string | null): Choices<ZoneGroup[]> {
  return {
    listed: groups(),
    stored: stored !== null && listedZone(stored) !== stored ? stored : null,
  };
}

/** The languages that the product speaks, by their own names; and a stored one that it does not. */
export function languageChoices(
  stored: string | null,
): Choices<{ value: string; name: string }[]> & { storedName: string | null } {
  const spoken: readonly string[] = languages;
  const other = stored !== null && !spoken.includes(stored) ? stored : null;
  const listed = languages.map((value) => ({ value, name: ownName(value) }));
  return { listed, stored: other, storedName: other && nameOfLanguage(other, readerLanguage()) };
}

const made = new Map<string, ZoneGroup[]>();

// Four hundred formatters take a tenth of a second: once for each language.
function groups(): ZoneGroup[] {
  const locale = localeOf();
  const groups =
    made.get(locale) ??
    [...Map.groupBy(ZONES, (zone) => placeOf(zone).region)].map(([region, zones]) => ({
      region,
      zones: zones
        .map((zone) => ({ zone, place: placeOf(zone).place, name: genericName(zone, locale) }))
        .sort((one, other) => one.place.localeCompare(other.place, "en")),
    }));
  made.set(locale, groups);
  return groups;
}

/** A day in summer in the north, in winter in the south: what is asked for is the name without either. */
const SOME_DAY = new Date("2026-07-01T12:00:00Z");

function genericName(zone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "longGeneric" });
  const part = format.formatToParts(SOME_DAY).find(({ type }) => type === "timeZoneName");
  return part?.value ?? zone;
}
