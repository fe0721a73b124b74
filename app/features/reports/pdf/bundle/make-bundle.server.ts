import { paperLogoOf } from "~/features/branding/index.server.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { distinctName } from "~/platform/http/file-name.ts";
import { readIn } from "~/platform/i18n/reader-language.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { paperOf } from "~/platform/print/paper.ts";
import { nameOf } from "../../files/report-file.ts";
import { type ReportPageData, reportPage } from "../../report/report-page.server.ts";
import { withoutLastTime } from "../../report/without-last-time.ts";
import { reportPdf } from "../report-pdf.server.ts";
import {
  type BundledReport,
  deleteParts,
  insertPart,
  lockBundle,
  releasedReports,
  updateBundle,
} from "./bundle-store.server.ts";
import { zipInParts } from "./part-writer.ts";

type Work = {
  organisationId: string;
  bundleId: string;
  /** Of whoever asked for it. */
  language?: string;
};

/**
 * Makes a bundle that was asked for: every released report as PDF, in one archive. Stopped half-way it begins again
 * from nothing, so that an archive is whole or not there. Should two be at it, the one that began later goes on.
 */
export async function makeBundle(platform: Platform, work: Work): Promise<void> {
  const reports = await begin(platform, work);
  if (!reports) return;
  try {
    await readIn(work.language ?? "en", () => write(platform, work, reports));
  } catch (error) {
    await inOrganisation(platform, work, (tx) =>
      updateBundle(tx, work, work.bundleId, { state: "failed" }),
    );
    throw error;
  }
}

/** Clears what an earlier try left. @returns null when nothing is to be done. */
function begin(platform: Platform, work: Work): Promise<BundledReport[] | null> {
  return inOrganisation(platform, work, async (tx) => {
    const bundle = await lockBundle(tx, work, work.bundleId);
    if (!bundle || bundle.state === "ready") return null;
    await deleteParts(tx, work, bundle.id);
    const reports = await releasedReports(tx, work, bundle.cycleId);
    const state = reports.length > 0 ? "working" : "failed";
    await updateBundle(tx, work, bundle.id, { state, done: 0, total: reports.length });
    return reports.length > 0 ? reports : null;
  });
}

async function write(
  platform: Platform,
  work: Work,
  reports: readonly BundledReport[],
): Promise<void> {
  const zip = zipInParts();
  const logo = await inOrganisation(platform, work, (tx) => paperLogoOf(tx, work));
  const taken = new Set<string>();
  let parts = 0;
  let upcoming = reports[0] && (await bundledReport(platform, work, reports[0]));
  for (const [index, bundled] of reports.entries()) {
    const report = upcoming;
    if (report) {
      // While one is set in its own process, the next is read here.
      const setting = reportPdf(report, paperOf(bundled.country), {
        ...{ now: platform.clock.now(), logo },
      });
      const following = reports[index + 1];
      const reading = following && bundledReport(platform, work, following);
      const [pdf, next] = await Promise.all([setting, reading]);
      upcoming = next;
      zip.add(distinctName(nameOf(report, "pdf"), taken), pdf, platform.clock.now());
    } else {
      const following = reports[index + 1];
      upcoming = following && (await bundledReport(platform, work, following));
    }
    const last = index === reports.length - 1;
    if (last) zip.end();
    const part = last ? zip.rest() : zip.full();
    const going = await keep(platform, work, { from: index, part, number: parts, last });
    if (!going) return;
    if (part) parts += 1;
  }
}

/** A report as it is bundled: what its participant may read, once it is released, but for other rounds. */
export function bundledReport(
  platform: Platform,
  { organisationId }: Work,
  { id, participantPersonId }: BundledReport,
): Promise<ReportPageData | null> {
  const reader = {
    organisationId,
    accountId: "",
    personId: participantPersonId,
    role: "member",
  } as const;
  return inOrganisation(platform, reader, async (tx) => {
    const page = await reportPage(tx, reader, id, await todayWhere(platform, tx, reader));
    return page && withoutLastTime(page);
  });
}

/** Stores progress and a part, unless someone else has begun anew meanwhile or the bundle is gone. */
function keep(
  platform: Platform,
  work: Work,
  step: { from: number; part: Buffer | null; number: number; last: boolean },
): Promise<boolean> {
  return inOrganisation(platform, work, async (tx) => {
    const bundle = await lockBundle(tx, work, work.bundleId);
    if (bundle?.state !== "working" || bundle.done !== step.from) return false;
    if (step.part)
      await insertPart(tx, work, { bundleId: bundle.id, part: step.number, content: step.part });
    await updateBundle(tx, work, bundle.id, {
      state: step.last ? "ready" : "working",
      done: step.from + 1,
    });
    return true;
  });
}
