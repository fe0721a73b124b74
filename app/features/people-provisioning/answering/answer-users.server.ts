import type { Tx } from "~/platform/db/database.server.ts";
import { languages } from "~/platform/i18n/language.ts";
import type { Platform } from "~/platform/platform.server.ts";
import { project, readProjection } from "../domain/project.ts";
import { nothingHere, type Read } from "../domain/scim-fault.ts";
import { userFilterName } from "../domain/user-filter.ts";
import { type User, userResource, versionOf } from "../domain/user-resource.ts";
import { patchUserById, replaceUser } from "../users/change-user.server.ts";
import { createUser } from "../users/create-user.server.ts";
import { deleteUser } from "../users/delete-user.server.ts";
import { userById, usersAsked } from "../users/user-reads.server.ts";
import {
  type Asking,
  listResponse,
  notAllowed,
  notFound,
  oneResponse,
  readPage,
} from "./asking.ts";
import { faultResponse, scimResponse } from "./scim-response.ts";

/** Everything under /Users. */
export async function answerUsers(platform: Platform, tx: Tx, asking: Asking): Promise<Response> {
  const { provider, method, parts, body, ifMatch } = asking;
  const [id, ...more] = parts;
  if (more.length > 0) return notFound();
  if (id === undefined) {
    if (method === "GET") return listUsers(tx, asking);
    if (method !== "POST") return notAllowed("GET", "POST");
    return oneUser(asking, await createUser(platform, tx, provider, body), 201);
  }
  const which = { id, ifMatch };
  switch (method) {
    case "GET": {
      const user = await userById(tx, provider, id);
      return oneUser(asking, user ? { ok: true, value: user } : nothingHere(id));
    }
    case "PUT":
      return oneUser(asking, await replaceUser(platform, tx, provider, which, body));
    case "PATCH":
      return oneUser(asking, await patchUserById(platform, tx, provider, which, body));
    case "DELETE": {
      const deleted = await deleteUser(platform, tx, provider, which);
      return deleted.ok ? scimResponse(null, 204) : faultResponse(deleted);
    }
    default:
      return notAllowed("GET", "PUT", "PATCH", "DELETE");
  }
}

async function listUsers(tx: Tx, { provider, query, base }: Asking): Promise<Response> {
  const page = readPage(query, userFilterName);
  if (!page.ok) return faultResponse(page);
  const found = await usersAsked(tx, provider, page.value);
  if (!found.ok) return faultResponse(found);
  const projection = readProjection(query);
  const resources = found.value.users.map((user) =>
    project(userResource(user, base, languages), projection),
  );
  return listResponse(found.value.total, page.value, resources);
}

function oneUser(asking: Asking, user: Read<User>, status = 200): Response {
  if (!user.ok) return faultResponse(user);
  const whole = userResource(user.value, asking.base, languages);
  const resource = project(whole, readProjection(asking.query));
  const answer = oneResponse(asking, resource, { version: versionOf(user.value), status });
  if (status === 201) answer.headers.set("Location", `${asking.base}/Users/${user.value.id}`);
  return answer;
}
