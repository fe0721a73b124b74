import type { Tx } from "~/platform/db/database.server.ts";
import { newId } from "~/platform/db/ids.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { evidenceOfTalk } from "../domain/assessments/evidence-of-talk.ts";
import type { Placement } from "../domain/assessments/placement.ts";
import { type NoticeDays, noticeDue } from "../domain/expiry.ts";
import type { Purpose } from "../domain/purpose.ts";
import { rememberNotices } from "../expiry/notice-store.server.ts";
import { insertEvidence } from "./evidence-store.server.ts";

/** An assessment that is over: what both sides sent, and on what they agreed in the end. */
export type PastTalk = {
  personId: string;
  managerId: string;
  framework: string;
  version: number;
  /** What the round was called. */
  title: string;
  sentOn: string;
  on: string;
  purposes: readonly Purpose[];
  rows: readonly {
    competency: string;
    self: number | null;
    manager: number | null;
    agreed: number | null;
  }[];
};

/** A certificate that somebody holds, of whose end they were told as it drew near. */
type PastCertificate = {
  personId: string;
  framework: string;
  version: number;
  competency: string;
  title: string;
  level: number;
  saidOn: string;
  expiresOn: string;
  recordedBy: string | null;
};

/** Puts assessments that are over into the ledger, each as its conversation would have left it. */
export async function keepPastTalks(
  tx: Tx,
  scope: OrganisationScope,
  talks: readonly PastTalk[],
): Promise<void> {
  const evidence = talks.flatMap((talk) => {
    const { personId, managerId, framework, version, title, sentOn, on, purposes } = talk;
    const sent = {
      self: { authorId: personId, sentOn },
      manager: { authorId: managerId, sentOn },
    };
    const rows = talk.rows.map(({ competency, self, manager, agreed }) => ({
      ...{ competency, self: placed(self), manager: placed(manager), second: null },
      ...{ outcome: null, standing: "open" as const, level: agreed },
    }));
    return evidenceOfTalk(rows, { sent, purposes, on, newId }).map((each) => ({
      ...{ ...each, personId, framework, version, title, recordedBy: managerId },
      purposes: [...purposes],
    }));
  });
  await insertEvidence(tx, scope, evidence);
}

/** Puts certificates into the ledger; whatever notice was due by a day counts as given. */
export async function keepPastCertificates(
  tx: Tx,
  scope: OrganisationScope,
  certificates: readonly PastCertificate[],
  today: string,
): Promise<void> {
  const evidence = certificates.map((each) => ({
    ...{ ...each, id: newId(), source: "certificate", words: "", saidBy: null },
    purposes: ["staffing", "certification"],
  }));
  await insertEvidence(tx, scope, evidence);
  const told = evidence.flatMap(({ id, expiresOn }) => {
    const days: NoticeDays | null = noticeDue(expiresOn, today);
    return days === null ? [] : [{ evidenceId: id, days, sentOn: today }];
  });
  await rememberNotices(tx, scope, told);
}

function placed(level: number | null): Placement | null {
  return level === null ? null : { level, words: "" };
}
