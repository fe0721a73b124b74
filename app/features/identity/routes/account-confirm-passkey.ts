import { redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { authContext, requireOwner } from "../context.server.ts";
import { localPath } from "../local-path.ts";
import { passkeyPress } from "../passkeys/check-passkey.server.ts";
import { askForPasskey } from "../passkeys/enter-with-passkey.server.ts";
import { showPasskey } from "../passkeys/show-passkey.server.ts";
import type { Route } from "./+types/account-confirm-passkey";

export function loader({ context, request }: Route.LoaderArgs) {
  requireOwner(context, request);
  return redirect("/account/confirm");
}

/** Asks for a passkey of whoever is signed in, and takes it for the proof that they are still there. */
export async function action({ context, request }: Route.ActionArgs) {
  const { accountId } = requireOwner(context, request);
  const platform = getPlatform(context);
  const press = await readPress(request, passkeyPress);
  if (press.intent === "begin") {
    const asked = accountId && (await askForPasskey(platform, accountId));
    if (!asked) throw notFound();
    return Response.json(asked.options, { headers: { "Set-Cookie": asked.cookie } });
  }
  const shown = await showPasskey(platform, context.get(authContext), request.headers, press);
  if (!shown.ok) return Response.json(shown, { status: 400 });
  const { cookie } = shown.value;
  return Response.json(
    { ok: true, next: localPath(press.next) },
    { headers: { "Set-Cookie": cookie } },
  );
}
