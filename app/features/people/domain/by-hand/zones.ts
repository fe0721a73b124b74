// What the runtime lists under the names that the time zone database gave up.
const NOW_NAMED: Readonly<Record<string, string>> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

/** Every time zone that can be chosen, by the name the time zone database has for it now, such as "Europe/Berlin". */
export const ZONES: readonly string[] = [
  "UTC",
  ...new Set(Intl.supportedValuesOf("timeZone").map((zone) => NOW_NAMED[zone] ?? zone)),
].toSorted();

const chosen = new Map(ZONES.map((zone) => [zone.toLowerCase(), zone]));

/** A zone of the list, in its spelling there ("asia/calcutta" is "Asia/Kolkata"); null for anything else. */
export function listedZone(text: string): string | null {
  const older = Object.entries(NOW_NAMED).find(
    ([name]) => name.toLowerCase() === text.toLowerCase(),
  );
  return chosen.get((older?.[1] ?? text).toLowerCase()) ?? null;
}
