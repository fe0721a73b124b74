import type { Purpose } from "./purpose.ts";

/** What says on which level somebody is. */
export const evidenceSources = [
  "self",
  "manager",
  "second",
  "agreed",
  "feedback",
  "certificate",
  "test",
  "observation",
] as const;
export type EvidenceSource = (typeof evidenceSources)[number];

/** A competency of a framework: a built-in one by its key, an organisation's own by its id. */
export type CompetencyRef = { framework: string; competency: string };

/** One piece of evidence, as it was recorded; nothing of it ever changes. Dates are calendar dates. */
export type Evidence = CompetencyRef & {
  id: string;
  personId: string;
  source: EvidenceSource;
  /** Of the framework in which the level was said. */
  version: number;
  /** Counted from 1, the lowest; between two levels where something measured lies there. */
  level: number;
  /** Of something measured, in levels; null for what people say. */
  spread: number | null;
  saidOn: string;
  /** The last day on which it counts. */
  expiresOn: string | null;
  purposes: readonly Purpose[];
  /** Whose word it is: people say the same thing twice, and are one voice. null where no person says it. */
  voice: string | null;
  /** What a certificate or test is called: of several of one name the last counts. null for anything else. */
  name: string | null;
  /** What an agreed level takes the place of, and a renewed certificate. */
  replaces: readonly string[];
  /** What was taken back counts no more, and what it replaced does again. */
  withdrawnOn: string | null;
};

/** The `name` of what has a title: whoever writes it again writes it in other letters. */
export function nameOfEvidence(source: EvidenceSource, title: string): string | null {
  return source === "certificate" || source === "test" ? title.toLowerCase() : null;
}

declare const readFor: unique symbol;

/** Evidence that was read for a purpose it was given for. Only `forPurpose` makes it. */
export type EvidenceFor<P extends Purpose> = Evidence & { readonly [readFor]: P };

/** Of some evidence, that which people gave for a purpose. */
export function forPurpose<P extends Purpose, E extends Evidence>(
  evidence: readonly E[],
  purpose: P,
): (E & EvidenceFor<P>)[] {
  return evidence.filter((each): each is E & EvidenceFor<P> => each.purposes.includes(purpose));
}

/** Evidence as whoever it is about reads it: all of it. What reads for one purpose doesn't take it. */
export function forOneself<E extends Evidence>(
  evidence: readonly E[],
): (E & EvidenceFor<Purpose>)[] {
  return evidence.filter((each): each is E & EvidenceFor<Purpose> => each.purposes.length > 0);
}
