import { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { LevelledFramework } from "../domain/levelled/levelled-framework.ts";
import type { RoleForm } from "../domain/roles/read-role-form.ts";
import { rowsAfter } from "../domain/roles/role-form.ts";
import { levelledFramework } from "../levelled/levelled-reads.server.ts";
import { type Looked, lookAtRole } from "./look-at-role.server.ts";
import { type RoleTarget, saveRole, saveRoleInput } from "./save-role.server.ts";

/** Everything that the form of a role sends. */
export const roleFormInput = z.object({
  ...saveRoleInput.shape,
  intent: z.enum(["save", "look"]),
  /** Words of competencies to be added to the form. */
  find: z.string().catch(""),
  revision: z.int().min(1).optional(),
});

/** What the form shows after it was sent and not saved: what was typed, what that comes to, and its rows. */
export type RoleAnswer = {
  form: FormAnswer;
  look: Looked;
  rows: RoleForm["needs"];
  found: number | null;
};

type Sent = { ok: true; id: string } | { ok: false; answer: RoleAnswer; status: number } | null;

type Asked = { framework: string; id: string | null; version: number | null; today: string };

/** Saves a role as it was sent, or looks at what it would come to; null for what there is not. */
export async function sendRole(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  request: Request,
  asked: Asked,
): Promise<Sent> {
  const form = await readForm(request, roleFormInput, {
    hidden: ["revision", "frameworkVersion", "intent"],
  });
  if (!form.ok) throw new Response(null, { status: 400 });
  const { intent, find, revision, ...typed } = form.value;
  let problems: readonly Problem[] = [];
  if (intent === "save") {
    const saved = await saveRole(platform, actor, targetOf(asked, revision), typed);
    if (saved.ok) return { ok: true, id: saved.value.id };
    if (saved.reason !== "problems") return null;
    problems = saved.problems;
  }
  const seen = await inOrganisation(platform, actor, async (tx) => {
    const framework = await levelledFramework(tx, actor, asked.framework, typed.frameworkVersion);
    const look = framework && (await lookAtRole(tx, actor, framework, typed, asked.today));
    return look ? { framework, look } : null;
  });
  if (!seen) return null;
  const rows = rowsFor(seen.framework, typed, seen.look, find);
  return {
    ok: false,
    status: intent === "save" ? 400 : 200,
    answer: { form: form.answer(problems), look: seen.look, ...rows },
  };
}

function rowsFor(framework: LevelledFramework, typed: RoleForm, look: Looked, words: string) {
  const inherited = look.inherited.map(({ competency }) => competency);
  const { rows, found } = rowsAfter(framework, typed.needs, { inherited, words });
  return { rows, found: words.trim() === "" ? null : found };
}

function targetOf({ framework, id, version }: Asked, revision: number | undefined): RoleTarget {
  if (id === null) return { framework };
  const target = { id, revision: revision ?? 0 };
  return version === null ? target : { ...target, version };
}
