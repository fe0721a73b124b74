import { redirect } from "react-router";
import { localPath } from "~/features/identity/index.ts";
import { beginShared } from "../pseudonyms/device.server.ts";
import type { Route } from "./+types/rater-shared-device";

export function loader() {
  return redirect("/");
}

/** From here on nothing that is written in this browser outlives the visit. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  const headers = new Headers();
  for (const cookie of beginShared()) headers.append("Set-Cookie", cookie);
  return redirect(localPath(form.get("returnTo")), { headers });
}
