import { redirect } from "react-router";
import { getPlatform } from "~/platform/context.server.ts";
import { notFound } from "~/platform/http/not-found.ts";
import { readPress } from "~/platform/http/read-form.server.ts";
import { authContext, directoryContext } from "../context.server.ts";
import { keepOutCrowds } from "../keep-out-crowds.server.ts";
import { localPath } from "../local-path.ts";
import { passkeyPress } from "../passkeys/check-passkey.server.ts";
import { askForPasskey, enterWithPasskey } from "../passkeys/enter-with-passkey.server.ts";
import { visitorOf } from "../visitor.server.ts";
import { wayIn } from "../way-in.ts";
import type { Route } from "./+types/sign-in-passkey";

export const middleware: Route.MiddlewareFunction[] = [keepOutCrowds];

export function loader() {
  return redirect("/sign-in");
}

/** Asks for a passkey, and signs in by it. For the script of the sign-in page. */
export async function action({ context, request }: Route.ActionArgs) {
  const parts = { ...getPlatform(context), directory: context.get(directoryContext) };
  const press = await readPress(request, passkeyPress);
  if (press.intent === "begin") {
    const asked = await askForPasskey(parts, null);
    if (!asked) throw notFound();
    return Response.json(asked.options, { headers: { "Set-Cookie": asked.cookie } });
  }
  const visitor = visitorOf(context, request);
  const entered = await enterWithPasskey(parts, context.get(authContext), visitor, press);
  if (!entered.ok) return Response.json(entered, { status: 400 });
  const { headers } = entered.value;
  const next = wayIn(entered.value, localPath(press.next));
  return Response.json({ ok: true, next }, { headers });
}
