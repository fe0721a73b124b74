import type { Tx } from "~/platform/db/database.server.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { type Group, groupResource, groupVersion } from "../domain/group-resource.ts";
import { isWanted, project, readProjection } from "../domain/project.ts";
import { groupFilterName } from "../domain/read-group.ts";
import { nothingHere, type Read } from "../domain/scim-fault.ts";
import {
  createGroup,
  patchGroupById,
  removeGroup,
  replaceGroup,
} from "../groups/change-group.server.ts";
import { groupById, groupsAsked } from "../groups/group-reads.server.ts";
import {
  type Asking,
  listResponse,
  notAllowed,
  notFound,
  oneResponse,
  readPage,
} from "./asking.ts";
import { faultResponse, scimResponse } from "./scim-response.ts";

/** Everything under /Groups. */
export async function answerGroups(platform: Platform, tx: Tx, asking: Asking): Promise<Response> {
  const { provider, method, parts, body, ifMatch } = asking;
  const [id, ...more] = parts;
  if (more.length > 0) return notFound();
  if (id === undefined) {
    if (method === "GET") return listGroups(tx, asking);
    if (method !== "POST") return notAllowed("GET", "POST");
    return oneGroup(asking, await createGroup(platform, tx, provider, body), 201);
  }
  const which = { id, ifMatch };
  switch (method) {
    case "GET":
      return oneGroup(asking, await readGroup(tx, asking, id));
    case "PUT":
      return oneGroup(asking, await replaceGroup(platform, tx, provider, which, body));
    case "PATCH": {
      // Without a body: a group of everybody is not told anew for every one who joins it.
      const patched = await patchGroupById(platform, tx, provider, which, body);
      if (!patched.ok) return faultResponse(patched);
      return scimResponse(null, 204, { ETag: groupVersion(patched.value) });
    }
    case "DELETE": {
      const removed = await removeGroup(platform, tx, provider, which);
      return removed.ok ? scimResponse(null, 204) : faultResponse(removed);
    }
    default:
      return notAllowed("GET", "PUT", "PATCH", "DELETE");
  }
}

async function readGroup(tx: Tx, { provider, query }: Asking, id: string): Promise<Read<Group>> {
  const withMembers = isWanted("members", readProjection(query));
  const group = await groupById(tx, provider, id, withMembers);
  return group ? { ok: true, value: group } : nothingHere(id);
}

async function listGroups(tx: Tx, { provider, query, base }: Asking) {
  const page = readPage(query, groupFilterName);
  if (!page.ok) return faultResponse(page);
  const projection = readProjection(query);
  const withMembers = isWanted("members", projection);
  const found = await groupsAsked(tx, provider, page.value, withMembers);
  if (!found.ok) return faultResponse(found);
  const resources = found.value.groups.map((group) =>
    project(groupResource(group, base), projection),
  );
  return listResponse(found.value.total, page.value, resources);
}

function oneGroup(asking: Asking, group: Read<Group>, status = 200): Response {
  if (!group.ok) return faultResponse(group);
  const whole = groupResource(group.value, asking.base);
  const resource = project(whole, readProjection(asking.query));
  const answer = oneResponse(asking, resource, { version: groupVersion(group.value), status });
  if (status === 201) answer.headers.set("Location", `${asking.base}/Groups/${group.value.id}`);
  return answer;
}
