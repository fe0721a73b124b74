import type { z } from "zod";
import type { Actor } from "~/features/identity/index.ts";
import type { Problem } from "~/platform/errors/problem.ts";
import type { FormAnswer } from "~/platform/http/form-answer.ts";
import { readForm } from "~/platform/http/read-form.server.ts";
import { readUpload } from "~/platform/http/read-upload.server.ts";
import { statusOfFault } from "~/platform/tables/reading-fault.ts";
import type { PeopleFound } from "../domain/people-list.ts";
import { listFromFile } from "./list-from-file.server.ts";
import { listedAudienceInput } from "./listed-audience.server.ts";

type Answer = FormAnswer & {
  found: PeopleFound | null;
  fromFile?: number;
  fileProblem?: Problem;
};

export type AudienceListPress =
  | {
      ok: true;
      value: z.output<typeof listedAudienceInput>;
      /** What the page is told when the list is refused. */
      answer(problems: readonly Problem[], found: PeopleFound | null): Answer;
    }
  /** What the page is told at once, with its HTTP status: the list is wrong as it stands, or was read from a file. */
  | { ok: false; answer: Answer; status: number };

/** What either form of an `AudienceList` sent: a list to use, or a file to read into it. */
export async function readAudienceList(request: Request, actor: Actor): Promise<AudienceListPress> {
  const type = request.headers.get("content-type") ?? "";
  if (type.startsWith("multipart/")) return readFileIntoList(request, actor);
  const form = await readForm(request, listedAudienceInput);
  if (!form.ok) return { ok: false, answer: { ...form.answer(), found: null }, status: 400 };
  const answer = (problems: readonly Problem[], found: PeopleFound | null) => ({
    ...form.answer(problems),
    found,
  });
  return { ok: true, value: form.value, answer };
}

async function readFileIntoList(request: Request, actor: Actor): Promise<AudienceListPress> {
  const upload = await readUpload(request, "file");
  const read = upload.ok ? await listFromFile(actor, upload.file.content) : upload;
  const list = read.ok ? read.value : "";
  const answer: Answer = {
    result: { status: "error", initialValue: { list }, error: {} },
    ...{ intent: null, found: null },
  };
  if (read.ok)
    return { ok: false, answer: { ...answer, fromFile: list.split("\n").length }, status: 200 };
  const fileProblem = { field: "file", code: read.reason };
  return { ok: false, answer: { ...answer, fileProblem }, status: statusOfFault(read.reason) };
}
