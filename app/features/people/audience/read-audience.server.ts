import { z } from "zod";
import { readPress } from "~/platform/http/read-form.server.ts";
import type { AudienceChange } from "../domain/audience.ts";
import { filterParameters, readFilter } from "../domain/find-people.ts";

/** Those on the screen, those of them who are ticked, and whom to show next. */
const press = z.object({
  intent: z
    .string()
    .regex(/^(show|continue|add-all|remove-all|page:\d{1,6})$/)
    .default("show"),
  shown: z.array(z.uuid()),
  person: z.array(z.uuid()),
  q: z.string().optional(),
  department: z.string().optional(),
  level: z.string().optional(),
  below: z.string().optional(),
  managers: z.string().optional(),
  chosen: z.string().optional(),
});

export type AudiencePress = {
  change: AudienceChange;
  /** Whether it was the button that leads on; the others lead to a page of people, by what follows the "?". */
  done: boolean;
  query: URLSearchParams;
};

/** What any button of an `AudienceForm` says: every one keeps the ticks first, then goes where it says. */
export async function readAudience(request: Request): Promise<AudiencePress> {
  const { intent, shown, person, ...typed } = await readPress(request, press);
  const before = readFilter(new URL(request.url).searchParams);
  const change = intent === "add-all" ? "add" : intent === "remove-all" ? "remove" : null;
  const filter =
    intent === "show" ? readFilter(new Map<string, unknown>(Object.entries(typed))) : before;
  const page = /^page:(\d+)$/.exec(intent)?.[1];
  return {
    change: {
      ...{ shown, ticked: person },
      ...(change ? { all: { change, filter: before } } : {}),
    },
    done: intent === "continue",
    query: new URLSearchParams({ ...filterParameters(filter), ...(page ? { page } : {}) }),
  };
}

/** Which people to show, from an address. */
export function audienceView(request: Request) {
  const { searchParams } = new URL(request.url);
  return { filter: readFilter(searchParams), page: Number(searchParams.get("page")) || 1 };
}
