import type { Framework, RoleNeeds } from "~/features/frameworks/index.ts";
import { withName } from "~/features/frameworks/index.ts";
import { organisationName } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import {
  type Instrument,
  instrumentToRead,
  measuredItems,
  openQuestions,
} from "~/features/questionnaires/index.server.ts";
import type { Tx } from "~/platform/db/database.server.ts";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { agreementFinding } from "../domain/agreement.ts";
import { behaviourHighlights } from "../domain/behaviours.ts";
import {
  anyAmountShown,
  balanceFinding,
  clearGaps,
  placesToLook,
  rightAmounts,
} from "../domain/findings.ts";
import { suggestFocus } from "../domain/focus.ts";
import { compareHats } from "../domain/hat-comparison.ts";
import { OTHERS, type ReportContent } from "../domain/report-content.ts";
import type { ReportSectionKey } from "../domain/report-reader.ts";
import { zoneFinding } from "../domain/role-zone.ts";
import { selfAndOthers } from "../domain/self-and-others.ts";
import { sharedPart } from "../domain/shared-part.ts";
import { focusOf } from "./focus-store.server.ts";
import { itemLabelsOf } from "./item-labels.server.ts";
import { reportView } from "./report-reads.server.ts";

type Guide = {
  name: string;
  core: string;
  hat: string | null;
  doMore: string[];
  doLess: string[];
  /** For a coach to ask. */
  questions: string[];
  practices: { name: string; how: string; direction: string }[];
};

/**
 * A report with the names and guidance it needs to be read, cut to what the reader may see of it; null for everyone it
 * is not for. `today` is a calendar date.
 */
export async function reportPage(tx: Tx, actor: Actor, reportId: string, today: string) {
  const view = await reportView(tx, actor, reportId, today);
  if (!view) return null;
  const content = await instrumentToRead(tx, actor, view.instrumentId);
  if (!content) throw new Error("a report without its instrument");
  const { framework, instrument } = content;
  const { reader, sections } = view.reader;
  const has = (section: ReportSectionKey) => sections.includes(section);
  const shown = sharedPart(view.content, sections);
  return {
    id: view.id,
    cycleId: view.cycleId,
    cycleName: view.cycleName,
    participantName: view.participantName,
    organisationName: await organisationName(tx, actor),
    closedOn: view.closedOn,
    reader,
    sections,
    content: shown,
    hats: framework.hats.map(({ key, name }) => ({ key, name })),
    guides: guidesOf(framework),
    itemLabels: itemLabelsOf(framework, instrument),
    itemScales: Object.fromEntries(
      measuredItems(instrument).map(({ item, scale: { low, high, centre } }) => [
        item.key,
        { isAmount: centre !== undefined, low, high },
      ]),
    ),
    questions: openQuestions(instrument).map(({ key, other }) => ({
      key,
      text: withName(other, view.participantName),
    })),
    findings: findingsOf(view, instrument, has),
    role:
      view.role && (has("balance") || has("focus"))
        ? { name: view.role.name, zone: has("balance") ? view.role.zone : null }
        : null,
    focus: has("focus") ? await focusOf(tx, actor, view.id) : [],
  };
}

export type ReportPageData = NonNullable<Awaited<ReturnType<typeof reportPage>>>;

/** What may be said of a report, section by section; what was not shared is not said. */
function findingsOf(
  { content, role }: { content: ReportContent; role: RoleNeeds | null },
  instrument: Instrument,
  has: (section: ReportSectionKey) => boolean,
) {
  const amounts = new Set(
    measuredItems(instrument).flatMap(({ item, scale }) =>
      scale.centre === undefined ? [] : [item.key],
    ),
  );
  const isAmount = (id: string) => amounts.has(id);
  const glance = has("glance");
  const agreement = content.hats.map((row) => {
    const others = row.estimates[OTHERS];
    return {
      hat: row.id,
      finding: others?.shown ? agreementFinding(others.agreement) : null,
    };
  });
  return {
    balance: glance || has("balance") ? balanceFinding(content) : null,
    comparison: glance || has("balance") ? compareHats(content) : null,
    anyCompetency:
      (glance || has("competencies") || has("gaps") || has("focus")) && anyAmountShown(content),
    zone: has("balance") ? zoneFinding(content, role?.zone ?? null) : null,
    agreement: glance ? agreement : [],
    places: glance || has("competencies") || has("focus") ? placesToLook(content) : [],
    right: glance || has("competencies") ? rightAmounts(content) : [],
    gaps: has("gaps") ? clearGaps(content) : [],
    selfAndOthers: has("gaps") ? selfAndOthers(content) : [],
    behaviours: has("behaviours") ? behaviourHighlights(content, isAmount) : null,
    suggestions: has("focus") ? suggestFocus(content, isAmount, role?.importance) : [],
  };
}

function guidesOf(framework: Framework): Record<string, Guide> {
  return Object.fromEntries(
    framework.competencies.map(({ key, name, core, hat, doMore, doLess, questions, practices }) => [
      key,
      {
        name,
        core,
        hat,
        doMore,
        doLess,
        questions,
        practices: practices.map(({ name, how, direction }) => ({ name, how, direction })),
      },
    ]),
  );
}

/** What a report's behaviours are called, for whoever may read it. */
export async function itemLabelsOfReport(
  tx: Tx,
  actor: Actor,
  reportId: string,
  today: string,
): Promise<Record<string, string>> {
  const view = await reportView(tx, actor, reportId, today);
  return view ? itemLabels(tx, actor, view.instrumentId) : {};
}

/** What the behaviours that a questionnaire asks about are called, in the reader's language. */
export async function itemLabels(
  tx: Tx,
  scope: OrganisationScope,
  instrumentId: string,
): Promise<Record<string, string>> {
  const content = await instrumentToRead(tx, scope, instrumentId);
  return content ? itemLabelsOf(content.framework, content.instrument) : {};
}
