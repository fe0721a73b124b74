import { isId } from "../db/ids.ts";

/**
 * An address with something else where an id belongs leads nowhere: no route need ask again. Holds for every parameter
 * of every route whose name ends in Id.
 * @throws a 404, as for an id that nothing has.
 */
export function refuseNoIds(params: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(params)) {
    if (name.endsWith("Id") && value !== undefined && !isId(value))
      throw new Response(null, { status: 404, statusText: "Not found" });
  }
}
