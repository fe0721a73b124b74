import type { ProgramDoor, ProgramRequest } from "~/platform/feature/program-door.ts";
import { readAtMost } from "./form-body.ts";

/**
 * The request of a program as its door may rely on it: bounded, and without cookies, so that what a browser brings by
 * itself opens nothing here.
 */
export async function programRequest(
  raw: Request,
  { largest }: Pick<ProgramDoor, "largest">,
  client: string | null,
): Promise<ProgramRequest> {
  const headers = new Headers(raw.headers);
  headers.delete("cookie");
  const tooLarge = Number(headers.get("content-length")) > largest;
  const body = tooLarge ? null : await readAtMost(raw, largest);
  return { method: raw.method, url: new URL(raw.url), headers, body: body ?? "too-large", client };
}
