import type { EvidenceSource } from "../evidence.ts";
import type { Purpose } from "../purpose.ts";
import type { Part } from "./placement.ts";
import type { Row } from "./side-by-side.ts";

/** Who said what of somebody, and when they sent it. */
export type Sent = Partial<Record<Part, { authorId: string | null; sentOn: string }>>;

export type EvidenceOfTalk = {
  id: string;
  competency: string;
  source: EvidenceSource;
  level: number;
  words: string;
  saidOn: string;
  /** null where nobody in the directory said it any more. */
  saidBy: string | null;
  replaces: string[];
  purposes: readonly Purpose[];
};

const PARTS = ["self", "manager", "second"] as const;

/**
 * What an assessment leaves in the ledger: each side's word, and what both agreed on in place of the two it came from.
 * Where they do not agree, or left it open, both words stand beside each other. A second assessor's word is a third
 * voice, which no agreement takes the place of. What was given for a round has the round's purposes, so what was agreed
 * has them too.
 * @param on the day on which the conversation was over.
 */
export function evidenceOfTalk(
  rows: readonly Row[],
  {
    sent,
    purposes,
    on,
    newId,
  }: { sent: Sent; purposes: readonly Purpose[]; on: string; newId: () => string },
): EvidenceOfTalk[] {
  return rows.flatMap((row) => {
    const { competency } = row;
    const views = PARTS.flatMap((source): EvidenceOfTalk[] => {
      const view = row[source];
      const said = sent[source];
      if (!view || view.level === null || !said) return [];
      const { level, words } = view;
      const by = { saidOn: said.sentOn, saidBy: said.authorId };
      return [{ id: newId(), competency, source, level, words, ...by, replaces: [], purposes }];
    });
    if (row.level === null) return views;
    const of = views.filter(({ source }) => source !== "second");
    return [
      ...views,
      {
        ...{ id: newId(), competency, source: "agreed" as const, level: row.level, purposes },
        words: row.outcome?.words ?? "",
        ...{ saidOn: on, saidBy: sent.manager?.authorId ?? null },
        replaces: of.map(({ id }) => id),
      },
    ];
  });
}
