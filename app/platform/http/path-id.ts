import { z } from "zod";
import { notFound } from "~/platform/http/not-found.ts";

const id = z.uuid();

/** An id from an address. @throws 404 for anything that can't be one. */
export function pathId(value: string): string {
  const parsed = id.safeParse(value);
  if (!parsed.success) throw notFound();
  return parsed.data;
}
