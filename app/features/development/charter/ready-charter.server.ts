import { ownNeeds } from "~/features/competencies/index.server.ts";
import type { Actor } from "~/features/identity/index.ts";
import { todayWhere } from "~/features/people/index.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { readerTexts } from "~/platform/i18n/i18n.ts";
import { LONGEST_DUTY } from "../domain/charter/charter.ts";
import type { Ticking } from "./work-on-charter.server.ts";

export type ReadyCharter = { managing: string; leading: string };

/** What a first charter may begin with: what the roles of whoever asks need, or what most who lead do. */
export async function readyCharter(
  platform: Ticking,
  actor: Actor,
  from: string | null,
): Promise<ReadyCharter | null> {
  if (from === "role") return ofRoles(platform, actor);
  if (from !== "usual") return null;
  const t = readerTexts().getFixedT(null, "charters", "usual");
  return { managing: t("managing"), leading: t("leading") };
}

/** One duty a need: the competency, and what one sees on the level that is needed. Null where no role needs any. */
async function ofRoles(platform: Ticking, actor: Actor): Promise<ReadyCharter | null> {
  const needs = await inOrganisation(platform, actor, async (tx) =>
    ownNeeds(tx, actor, await todayWhere(platform, tx, actor)),
  );
  const duties = needs.map(({ competency: { name, hat, anchors }, level }) => {
    const anchor = anchors[level - 1];
    const whole = anchor ? `${name}: ${anchor}` : name;
    return { hat, duty: (whole.length > LONGEST_DUTY ? name : whole).replaceAll("\n", " ") };
  });
  if (duties.length === 0) return null;
  const of = (isLeading: boolean) =>
    duties
      .filter(({ hat }) => (hat === "leading") === isLeading)
      .map(({ duty }) => duty)
      .join("\n");
  return { managing: of(false), leading: of(true) };
}
