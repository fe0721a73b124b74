import { redirect } from "react-router";
import { z } from "zod";
import { localPath } from "~/features/identity/index.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { beginShared } from "../pseudonyms/device.server.ts";
import type { Route } from "./+types/rater-shared-device";

export function loader() {
  return redirect("/");
}

/** From here on nothing that is written in this browser outlives the visit. */
export async function action({ request }: Route.ActionArgs) {
  const { returnTo } = await readPress(request, z.object({ returnTo: z.string().optional() }));
  const headers = new Headers();
  for (const cookie of await beginShared()) headers.append("Set-Cookie", cookie);
  return redirect(localPath(returnTo), { headers });
}
