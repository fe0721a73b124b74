import { recordAudit } from "~/features/identity/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { fileName } from "~/platform/http/file-name.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { bundlePart, readyBundle } from "./bundle-reads.server.ts";

export type BundleFile = {
  name: string;
  bytes: number;
  content: ReadableStream<Uint8Array<ArrayBuffer>>;
};

/**
 * A bundle to keep, part by part so that no process holds all of it; null for everyone but HR. Written down each time.
 */
export function fetchBundle(
  platform: Platform,
  actor: Actor,
  cycleId: string,
  bundleId: string,
): Promise<BundleFile | null> {
  return inOrganisation(platform, actor, async (tx) => {
    const bundle = await readyBundle(tx, actor, cycleId, bundleId, platform.clock.now());
    if (!bundle) return null;
    await recordAudit(platform, tx, actor, {
      action: "reports.bundle-fetched",
      subjectKind: "cycle",
      subjectId: cycleId,
      detail: { bundleId },
    });
    const what = readerTexts().t("file.reports", { ns: "report-pdf" });
    return {
      name: fileName([what, bundle.cycleName, bundle.requestedOn], "zip"),
      bytes: bundle.bytes,
      content: partsAfterAnother(platform, actor, bundleId, bundle.parts),
    };
  });
}

function partsAfterAnother(platform: Platform, actor: Actor, bundleId: string, parts: number) {
  let next = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (stream) => {
        if (next === parts) return stream.close();
        const part = await inOrganisation(platform, actor, (tx) =>
          bundlePart(tx, actor, bundleId, next),
        );
        if (!part) return stream.error(new Error("a bundle that was deleted while it was fetched"));
        next += 1;
        stream.enqueue(new Uint8Array(part));
      },
    },
    { highWaterMark: 0 },
  );
}
