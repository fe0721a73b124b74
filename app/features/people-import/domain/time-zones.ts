import { WINDOWS_ZONES } from "~/platform/calendar/windows-zones.ts";

const WINDOWS = new Map([...WINDOWS_ZONES].map(([name, zone]) => [plain(name), zone]));

/** Places and names by which Windows, Outlook and Workday show a zone, where no zone is called so itself. */
const PLACES = new Map(
  Object.entries({
    "Asia/Kolkata":
      "chennai,mumbai,new delhi,delhi,bengaluru,bangalore,hyderabad,india standard time,ist india",
    "Europe/Berlin":
      "bern,frankfurt,munich,hamburg,central european time,central european standard time,mitteleuropaische zeit",
    "Europe/London": "edinburgh,greenwich mean time,uk time,british time",
    "Europe/Kyiv": "kiev",
    "Europe/Helsinki": "eastern european time",
    "Europe/Lisbon": "western european time",
    "America/New_York":
      "eastern time,us & canada eastern time,us eastern,washington,boston,miami,atlanta",
    "America/Chicago": "central time,us central,dallas,houston",
    "America/Denver": "mountain time,us mountain",
    "America/Phoenix": "arizona",
    "America/Los_Angeles": "pacific time,us pacific,san francisco,seattle",
    "America/Anchorage": "alaska,alaska time",
    "Pacific/Honolulu": "hawaii,hawaii time",
    "America/Halifax": "atlantic time",
    "America/St_Johns": "newfoundland",
    "America/Sao_Paulo": "brasilia,rio de janeiro",
    "America/Mexico_City": "guadalajara",
    "Asia/Shanghai": "beijing,chongqing,china standard time,china time",
    "Asia/Tokyo": "osaka,sapporo,japan standard time,japan time",
    "Asia/Dubai": "abu dhabi,muscat",
    "Asia/Bangkok": "hanoi",
    "Asia/Karachi": "islamabad",
    "Asia/Riyadh": "kuwait",
    "Australia/Sydney": "canberra",
    "Pacific/Auckland": "wellington",
    "Africa/Johannesburg": "pretoria,south africa standard time",
    "Europe/Moscow": "st. petersburg,saint petersburg,moscow standard time",
  }).flatMap(([zone, names]) => names.split(",").map((name) => [plain(name), zone] as const)),
);

/** "(UTC+05:30) Chennai", "GMT-08:00 Pacific Time (Los Angeles)", "UTC+9". */
const OFFSET = /^\(?(?:UTC|GMT)\s?(?:([+\-−])(\d{1,2})(?::?(\d{2}))?)?\)?/i;
const ZONE = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,3}$/;
const HALF_YEAR = [Date.UTC(2024, 0, 15), Date.UTC(2024, 6, 15)];

let cities: ReadonlyMap<string, string> | null = null;

/**
 * The zone a text means ("Europe/Berlin"): its own name in any case, one of Windows, a place with or without its
 * distance from UTC, or a distance of whole hours alone. Null when that can't be told, or place and distance disagree.
 */
export function readTimeZone(text: string): string | null {
  const known = ownName(text) ?? WINDOWS.get(plain(text));
  if (known) return known;
  const found = OFFSET.exec(text);
  const offset = found?.[1] === undefined ? (found ? 0 : null) : minutes(found);
  const rest = found ? text.slice(found[0].length).trim() : text;
  if (found && rest === "") return wholeHours(offset ?? 0);
  const zone = placesIn(rest)
    .map((name) => WINDOWS.get(name) ?? PLACES.get(name) ?? cityZones().get(name))
    .find((each) => each !== undefined && (offset === null || isAt(each, offset)));
  return zone ?? null;
}

function ownName(text: string): string | null {
  if (!ZONE.test(text)) return null;
  try {
    const zone = new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
    if (zone.toLowerCase() === text.toLowerCase()) return zone;
    // A name of today for a zone that is listed under an older one: Europe/Kyiv.
    return text === text.toLowerCase() ? capitalised(text) : text;
  } catch {
    return null;
  }
}

function capitalised(zone: string): string {
  return zone.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}

function minutes([, sign, hours, more]: readonly (string | undefined)[]): number {
  const size = Number(hours) * 60 + Number(more ?? 0);
  return sign === "+" ? size : -size;
}

/** Zones at a fixed distance are named by how far UTC is from them. */
function wholeHours(offset: number): string | null {
  if (offset === 0) return "UTC";
  const hours = offset / 60;
  if (!Number.isInteger(hours) || hours < -12 || hours > 14) return null;
  return `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
}

/** The names in "Pacific Time (Los Angeles)" and "Amsterdam, Berlin, Bern": what is in brackets is the most exact. */
function placesIn(text: string): string[] {
  const inBrackets = text.match(/\(([^()]*)\)/g) ?? [];
  const outside = text.replace(/\([^()]*\)/g, " ");
  return [...inBrackets.map((each) => each.slice(1, -1)), outside, text]
    .flatMap((part) => [part, ...part.split(/[,;/]/)])
    .map(plain)
    .filter((name) => name !== "");
}

function isAt(zone: string, offset: number): boolean {
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  return HALF_YEAR.some((time) => {
    const name = format.formatToParts(time).find(({ type }) => type === "timeZoneName")?.value;
    const found = OFFSET.exec(name ?? "");
    return found !== null && (found[1] === undefined ? 0 : minutes(found)) === offset;
  });
}

function cityZones(): ReadonlyMap<string, string> {
  cities ??= new Map(
    Intl.supportedValuesOf("timeZone").map((zone) => [
      plain(zone.slice(zone.lastIndexOf("/") + 1)),
      zone,
    ]),
  );
  return cities;
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[_\s]+/g, " ")
    .trim();
}
