import { resourceTypes, serviceProviderConfig } from "../domain/discovery.ts";
import type { Json } from "../domain/read-value.ts";
import { schemas } from "../domain/schemas.ts";
import { type Asking, listResponse, MOST_AT_ONCE, notAllowed, notFound } from "./asking.ts";
import { scimResponse } from "./scim-response.ts";

/** What tells of the server itself. There are no filters over it. */
export function answerDiscovery(
  { method, parts, base }: Asking,
  kind: string | undefined,
): Response {
  const [id, ...more] = parts;
  const lists: Readonly<Record<string, () => Json[]>> = {
    ResourceTypes: () => resourceTypes(base),
    Schemas: () => schemas(base),
  };
  const isConfig = kind === "ServiceProviderConfig" && id === undefined;
  const list =
    kind === undefined ? undefined : Object.entries(lists).find(([name]) => name === kind);
  if (more.length > 0 || (!isConfig && !list)) return notFound();
  if (method !== "GET") return notAllowed("GET");
  if (!list) return scimResponse(serviceProviderConfig(base, MOST_AT_ONCE));
  const all = list[1]();
  if (id === undefined) return listResponse(all.length, { startIndex: 1 }, all);
  const one = all.find((each) => String(each.id).toLowerCase() === decoded(id).toLowerCase());
  return one ? scimResponse(one) : notFound();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Half an escape is nobody's id.
    return "";
  }
}
