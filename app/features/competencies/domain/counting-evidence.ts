import type { LevelSource } from "@twohats/psychometrics";
import type { Evidence } from "./evidence.ts";

/** In levels: how far a certificate or a passed test that says nothing of it may be off. A convention of ours. */
export const MEASURED_SPREAD = 0.5;

const DAY_MS = 86_400_000;
const DAYS_IN_MONTH = 365.25 / 12;

/** Of hundreds of thousands of pieces of evidence, thousands were said on one day. */
const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

/** A calendar date in months, on the clock of estimates. */
export function monthOf(date: string): number {
  const before = known.get(date);
  if (before !== undefined) return before;
  const month = Date.parse(`${date}T00:00:00Z`) / DAY_MS / DAYS_IN_MONTH;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(date, month);
  return month;
}

/**
 * The evidence that counts on a day: said by then, neither taken back nor expired, not replaced by what was not taken
 * back itself, and of each voice what it said last; a manager who says the same in two years has said it once. An
 * agreed level is the word of whoever agreed to it with the person.
 */
export function countingEvidence<E extends Evidence>(all: readonly E[], today: string): E[] {
  const standing = all.filter((each) => stands(each, today));
  // Most are alone: nothing can have replaced them, and nobody said them again.
  if (standing.length < 2) return standing.filter((each) => !hasExpired(each, today));
  const replaced = new Set(standing.flatMap(({ replaces }) => replaces));
  const newest = new Map<string, E>();
  for (const each of standing) {
    const voice = voiceOf(each);
    const before = newest.get(voice);
    if (!before || isLater(each, before)) newest.set(voice, each);
  }
  // What was said last, and was replaced or has expired since, does not bring back what was said before.
  return standing.filter(
    (each) =>
      newest.get(voiceOf(each)) === each && !replaced.has(each.id) && !hasExpired(each, today),
  );
}

function stands({ saidOn, withdrawnOn }: Evidence, today: string): boolean {
  return saidOn <= today && (withdrawnOn === null || withdrawnOn > today);
}

function hasExpired({ expiresOn }: Evidence, today: string): boolean {
  return expiresOn !== null && expiresOn < today;
}

function voiceOf({ id, source, voice, name }: Evidence): string {
  // A person's own word is one voice, and so is what goes by one name, whoever wrote it down.
  if (source === "self") return "self";
  if (name !== null && name !== "") return `${source} ${name}`;
  return source !== "feedback" && voice !== null ? `by ${voice}` : `alone ${id}`;
}

/** What takes another's place is later; of two of one day the one recorded later: ids are in that order. */
function isLater(one: Evidence, other: Evidence): boolean {
  if (one.replaces.includes(other.id)) return true;
  if (other.replaces.includes(one.id)) return false;
  return one.saidOn === other.saidOn ? one.id > other.id : one.saidOn > other.saidOn;
}

/** What a piece of evidence is to an estimate, at a level and with a variance that carrying it over added. */
export function levelSource(evidence: Evidence, level: number): LevelSource {
  const said = { id: evidence.id, at: monthOf(evidence.saidOn), level };
  switch (evidence.source) {
    case "self":
      return { ...said, kind: "self" };
    case "agreed":
      return { ...said, kind: "agreed", replaces: evidence.replaces };
    case "feedback":
    case "certificate":
    case "test":
      return { ...said, kind: "measured", spread: evidence.spread ?? MEASURED_SPREAD };
    case "observation":
      if (evidence.spread !== null) return { ...said, kind: "measured", spread: evidence.spread };
      return { ...said, kind: "rater" };
    default:
      return { ...said, kind: "rater" };
  }
}
