import { plainTitle } from "./plain-title.ts";

const REASON =
  /^(?:reasons?|grund|begrundung|motif|motivo|causa|reden|powod|orsak|arsag|aarsag)(?:$|for|of|fur|der|de|van)/;
/** Not "leaver", "leaving" or "leave date": those are of employment. */
const ABSENCE =
  /absen[ct]|leave(?!r|date|son)|timeoff|\bpto|vacation|holiday|sick|illness|abwesen|abwart|fehlzeit|fehlgrund|urlaub|krank(?:$|heit|meld|schr|enstand|tag)|conge|maladie|ausenc|vacacion|ferias|licenca|afastamento|assenz|ferie|malatt|permess|verlof|ziek(?!enhuis)|afwezig|vakantie|nieobecn|urlop|chorob|franvar|ledighet|sjuk|fravaer|orlov|syge/;
/** What tells a column of days from one of kinds. */
const DAYS =
  /from|start|begin|first|until|till|end|last|date|days?$|von|bis|abdem|ab$|ende|datum|tage?$|debut|inicio|desde|hasta|fecha|inizio|fine|data|tot$|fran$|fra$|til$/;
const KIND =
  /type|typ$|kind|reason|categor|kategor|code|kod|policy|art$|grund|motif|motivo|causa|reden|soort|rodzaj|powod|orsak|arsag|comment|kommentar|note|notiz|bemerkung|description|beschreibung|status/;

/**
 * Whether a column says why somebody is away, or may: it is about absences, and not about their days. What stands in
 * such a column is nobody's business here: it is neither read, shown nor kept.
 */
export function saysWhyAway(title: string): boolean {
  const plain = plainTitle(title);
  if (REASON.test(plain)) return !/leaving|exit|termination|austritt|kundigung/.test(plain);
  return ABSENCE.test(plain) && (KIND.test(plain) || !DAYS.test(plain));
}
