import type { Actor } from "~/features/identity/index.ts";
import { accept, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { fileReading } from "../domain/exchange/file-reading.ts";
import type { FileProblem } from "../domain/exchange/read-framework.ts";
import { mayKeepFrameworks } from "../policy.ts";
import { beginOwnFramework } from "./begin-own-framework.server.ts";
import { type FrameworkFault, readFrameworkFile, shownName } from "./read-framework-file.server.ts";

export type ImportedFramework =
  | { ok: true; value: { id: string } }
  | { ok: false; reason: "not-allowed" }
  | { ok: false; reason: FrameworkFault; row?: number }
  /** Nothing of it could be taken. */
  | { ok: false; reason: "nothing-read"; problems: FileProblem[] };

/**
 * Begins a framework with a file, as a draft that says what of the file was refused; nobody else sees it before it is
 * published. A file of which nothing can be taken begins none. `levelNames` are for a file that has no levels.
 */
export async function importOwnFramework(
  platform: Pick<Platform, "database" | "clock">,
  actor: Actor,
  file: { name: string; content: Buffer },
  { language, levelNames }: { language: string; levelNames: readonly string[] },
): Promise<ImportedFramework> {
  if (!mayKeepFrameworks(actor)) return refuse("not-allowed");
  const shown = shownName(file.name);
  const name = shown.replace(/\.[a-z0-9]{2,5}$/i, "") || shown;
  const reading = await readFrameworkFile(actor, file, { name, language, levelNames });
  if (!reading.ok) return reading;
  const { format, read } = reading.value;
  const { framework, problems } = read;
  if (!framework || framework.competencies.length === 0)
    return { ok: false, reason: "nothing-read", problems };
  const about = fileReading(shown, format, read);
  const begun = await beginOwnFramework(platform, actor, framework, "file", about);
  if (begun.ok) return accept(begun.value);
  if (begun.reason === "not-allowed") return refuse("not-allowed");
  throw new Error("a framework that was read is not right in itself");
}
