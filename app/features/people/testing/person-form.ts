import type { z } from "zod";
import { readInput } from "~/platform/errors/input-problems.ts";
import { personInput } from "../domain/by-hand/person-input.ts";

/** A form about someone with nothing typed into it but this, as the page's schema reads it. */
export function personForm(typed: Partial<z.input<typeof personInput>> & { name: string }) {
  const read = readInput(personInput, typed);
  if (!read.ok) throw new Error(JSON.stringify(read));
  return read.value;
}
