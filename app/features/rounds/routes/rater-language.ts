import { redirect } from "react-router";
import { localPath } from "~/features/identity/index.ts";
import type { Route } from "./+types/rater-language";
import { languageChosen } from "./language-chosen.ts";

export function loader() {
  return redirect("/");
}

/** Remembers the language that a rater chose, and goes back to where they were. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData();
  return redirect(localPath(form.get("returnTo")), await languageChosen(form));
}
