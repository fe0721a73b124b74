import { redirect } from "react-router";
import { z } from "zod";
import { localPath } from "~/features/identity/index.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import type { Route } from "./+types/rater-language";
import { languageChosen } from "./language-chosen.ts";

const chosen = z.object({ returnTo: z.string().optional(), language: z.string().optional() });

export function loader() {
  return redirect("/");
}

/** Remembers the language that a rater chose, and goes back to where they were. */
export async function action({ request }: Route.ActionArgs) {
  const { returnTo, language } = await readPress(request, chosen);
  return redirect(localPath(returnTo), await languageChosen(language));
}
