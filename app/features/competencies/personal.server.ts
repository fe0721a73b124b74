import { levelledFrameworkOf } from "~/features/frameworks/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { NOTHING, type Personal } from "~/platform/feature/personal.ts";
import { askedOf, deleteAsked, insertAsked } from "./asking/asking-store.server.ts";
import { exportedSheets, recordOfSheets } from "./assessments/personal/export-sheets.server.ts";
import {
  assessedBy,
  deleteUnsent,
  giveAssessments,
  subjectsOf,
} from "./assessments/personal/personal-store.server.ts";
import { forgetOutcomes } from "./assessments/store/outcome-store.server.ts";
import { deleteSheets } from "./assessments/store/sheet-store.server.ts";
import { type CompetencyRef, evidenceSources } from "./domain/evidence.ts";
import { purposes } from "./domain/purpose.ts";
import { commentsOnEvidence } from "./ledger/evidence-reads.server.ts";
import { evidenceRows, recordedEvidence } from "./ledger/evidence-store.server.ts";
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
    "ask_me_about.person_id": "who may be asked about it",
    "assessment_sheet.author_id": "who places somebody on levels",
    "assessed.second_id": "who places them beside whoever leads them",
  },
  export: async (tx, scope, personId) => ({
    evidence: await exported(tx, scope, personId),
    askMeAbout: await askedByName(tx, scope, personId),
    assessments: await exportedSheets(tx, scope, personId),
  }),
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
      askMeAbout: {
        title: "record-competencies:parts.askMeAbout",
        labels: "record-competencies:askMeAbout",
        fields: { framework: "text", competency: "text" },
      },
      assessments: recordOfSheets,
    },
  },
  merge: {
    look: async (_platform, tx, actor, { goes, stays }) => {
      const found = counted(await countEvidence(tx, actor, goes), "moves");
      // One person would be placed by themselves as by somebody who leads them.
      const assessesTheOther = (await assessedBy(tx, actor, goes)).includes(stays);
      if (!assessesTheOther) return found;
      return { ...found, hindrances: [{ word: "competencies:personal.assesses" }] };
    },
    carryOut: async (_platform, tx, actor, pair) => {
      await giveEvidence(tx, actor, pair);
      await giveAssessments(tx, actor, pair);
      const asked = await askedOf(tx, actor, pair.goes);
      const { stays: personId } = pair;
      await insertAsked(
        tx,
        actor,
        asked.map((each) => ({ personId, ...each })),
      );
      await deleteAsked(tx, actor, pair.goes);
    },
  },
  erase: {
    look: async (_platform, tx, actor, { personId }) =>
      counted(await countEvidence(tx, actor, personId), "erased"),
    carryOut: async (_platform, tx, actor, { personId }) => {
      await deleteEvidenceAbout(tx, actor, personId);
      const subjects = await subjectsOf(tx, actor, personId);
      await deleteSheets(tx, actor, subjects);
      await forgetOutcomes(tx, actor, subjects);
      await deleteUnsent(tx, actor, personId);
      await giveAssessments(tx, actor, { goes: personId, stays: null });
      await forgetVoice(tx, actor, personId);
      await deleteAsked(tx, actor, personId);
    },
  },
};

function counted(count: number, word: "moves" | "erased") {
  if (count === 0) return NOTHING;
  return { hindrances: [], counts: [{ word: `competencies:personal.${word}`, count }] };
}

async function askedByName(tx: Tx, scope: OrganisationScope, personId: string) {
  const asked = await askedOf(tx, scope, personId);
  const names = await competencyNames(tx, scope, asked);
  return asked.map(names);
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

type Named = CompetencyRef & { version?: number };

/** What frameworks and competencies are called, in the version that is meant or else the newest. */
async function competencyNames(tx: Tx, scope: OrganisationScope, evidence: readonly Named[]) {
  const key = ({ framework, version }: Named) => `${version} ${framework}`;
  const names = new Map<string, { name: string; competencies: Map<string, string> }>();
  for (const each of evidence) {
    if (names.has(key(each))) continue;
    const found = await levelledFrameworkOf(tx, scope, each.framework, each.version);
    names.set(key(each), {
      name: found?.name ?? "",
      competencies: new Map(found?.competencies.map(({ id, name }) => [id, name])),
    });
  }
  return (each: Named) => ({
    framework: names.get(key(each))?.name ?? "",
    competency: names.get(key(each))?.competencies.get(each.competency) ?? each.competency,
  });
}
