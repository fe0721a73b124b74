import { instrumentById } from "~/features/frameworks/index.server.ts";
import { withName } from "~/features/frameworks/index.ts";
import type { Actor } from "~/features/identity/index.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import { balanceFinding, clearGaps, placesToLook, rightAmounts } from "./domain/findings.ts";
import { reportView } from "./report-reads.server.ts";

type Guide = {
  name: string;
  core: string;
  hat: string | null;
  doMore: string[];
  doLess: string[];
  practices: { name: string; how: string; direction: string }[];
};

/** A report with the names and guidance it needs to be read; null for everyone but its participant. */
export async function reportPage(tx: Tx, actor: Actor, reportId: string) {
  const view = await reportView(tx, actor, reportId);
  if (!view) return null;
  const content = await instrumentById(tx, actor, view.instrumentId);
  if (!content) throw new Error("a report without its instrument");
  const { framework, instrument } = content;
  const guides: Record<string, Guide> = Object.fromEntries(
    framework.competencies.map(({ key, name, core, hat, doMore, doLess, practices }) => [
      key,
      {
        name,
        core,
        hat,
        doMore,
        doLess,
        practices: practices.map(({ name, how, direction }) => ({ name, how, direction })),
      },
    ]),
  );
  const labels = Object.fromEntries(
    framework.competencies.flatMap(({ behaviours }) =>
      behaviours.map(({ key, label }) => [key, label]),
    ),
  );
  return {
    id: view.id,
    cycleName: view.cycleName,
    participantName: view.participantName,
    closedOn: view.closedOn,
    content: view.content,
    hats: framework.hats.map(({ key, name }) => ({ key, name })),
    guides,
    itemLabels: Object.fromEntries(
      instrument.items.map((item) => [
        item.key,
        (item.behaviour && labels[item.behaviour]) || item.self,
      ]),
    ) as Record<string, string>,
    itemScales: Object.fromEntries(instrument.items.map((item) => [item.key, item.scale])),
    questions: instrument.openQuestions.map(({ key, other }) => ({
      key,
      text: withName(other, view.participantName),
    })),
    findings: {
      balance: balanceFinding(view.content),
      places: placesToLook(view.content),
      right: rightAmounts(view.content),
      gaps: clearGaps(view.content),
    },
  };
}

export type ReportPageData = NonNullable<Awaited<ReturnType<typeof reportPage>>>;
