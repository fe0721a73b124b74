import { levelledFrameworkOf } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { NOTHING, type Personal } from "~/platform/feature/personal.ts";
import { evidenceSources } from "./domain/evidence.ts";
import { purposes } from "./domain/purpose.ts";
import { commentsOnEvidence } from "./ledger/evidence-reads.server.ts";
import {
  evidenceRows,
  type RecordedEvidence,
  recordedEvidence,
} from "./ledger/evidence-store.server.ts";
import {
  countEvidence,
  deleteEvidenceAbout,
  forgetVoice,
  giveEvidence,
} from "./personal/personal-store.server.ts";

/** Evidence is of whoever it is about; who said it is a name on it. */
export const personal: Personal<Actor> = {
  columns: {
    "evidence.person_id": "whose level it says",
    "evidence.said_by": "who said it",
    "evidence.recorded_by": "who wrote it down",
    "evidence_withdrawal.withdrawn_by": "who took it back",
  },
  export: async (tx, scope, personId) => ({ evidence: await exported(tx, scope, personId) }),
  record: {
    title: "record-competencies:title",
    labels: "record-competencies:parts",
    fields: {
      evidence: {
        title: "record-competencies:parts.evidence",
        labels: "record-competencies:evidence",
        fields: {
          framework: "text",
          competency: "text",
          level: "text",
          source: {
            word: (source) => `competencies:source.${source}`,
            of: evidenceSources,
          },
          title: "text",
          words: "text",
          saidOn: "day",
          expiresOn: "day",
          withdrawnOn: "day",
          withdrawnBecause: "text",
          purposes: {
            word: (purpose) => `competencies:purpose.${purpose}`,
            of: purposes,
          },
          comments: {
            title: "record-competencies:evidence.comments",
            labels: "record-competencies:comments",
            fields: { saidOn: "day", words: "text" },
          },
        },
      },
    },
  },
  merge: {
    look: async (_platform, tx, actor, { goes }) =>
      counted(await countEvidence(tx, actor, goes), "moves"),
    carryOut: async (_platform, tx, actor, pair) => giveEvidence(tx, actor, pair),
  },
  erase: {
    look: async (_platform, tx, actor, { personId }) =>
      counted(await countEvidence(tx, actor, personId), "erased"),
    carryOut: async (_platform, tx, actor, { personId }) => {
      await deleteEvidenceAbout(tx, actor, personId);
      await forgetVoice(tx, actor, personId);
    },
  },
};

function counted(count: number, word: "moves" | "erased") {
  if (count === 0) return NOTHING;
  return { hindrances: [], counts: [{ word: `competencies:personal.${word}`, count }] };
}

async function exported(tx: Tx, scope: OrganisationScope, personId: string) {
  const rows = await evidenceRows(tx, scope).where("evidence.personId", "=", personId).execute();
  const evidence = rows.map(recordedEvidence);
  const comments = await commentsOnEvidence(tx, scope, evidence);
  const names = await competencyNames(tx, scope, evidence);
  return evidence.map((each) => ({
    ...names(each),
    level: String(each.level),
    ...{ source: each.source, title: each.title, words: each.words, saidOn: each.saidOn },
    ...{ expiresOn: each.expiresOn, withdrawnOn: each.withdrawnOn },
    ...{ withdrawnBecause: each.withdrawnBecause, purposes: [...each.purposes] },
    comments: comments
      .filter(({ evidenceId }) => evidenceId === each.id)
      .map(({ saidOn, words }) => ({ saidOn, words })),
  }));
}

/** How each piece of evidence calls its framework and competency, in the version in which it was said. */
async function competencyNames(
  tx: Tx,
  scope: OrganisationScope,
  evidence: readonly RecordedEvidence[],
) {
  const key = ({ framework, version }: RecordedEvidence) => `${version} ${framework}`;
  const names = new Map<string, { name: string; competencies: Map<string, string> }>();
  for (const each of evidence) {
    if (names.has(key(each))) continue;
    const found = await levelledFrameworkOf(tx, scope, each.framework, each.version);
    names.set(key(each), {
      name: found?.name ?? "",
      competencies: new Map(found?.competencies.map(({ id, name }) => [id, name])),
    });
  }
  return (each: RecordedEvidence) => ({
    framework: names.get(key(each))?.name ?? "",
    competency: names.get(key(each))?.competencies.get(each.competency) ?? each.competency,
  });
}
