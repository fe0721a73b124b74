import { getPlatform } from "~/platform/context.server.ts";
import { inOrganisation } from "~/platform/db/in-organisation.server.ts";
import { resolveRater } from "../answering/resolve-rater.server.ts";
import { readOnDevice } from "../pseudonyms/read-on-device.server.ts";
import { isAskedAbout } from "../reads/asked-about-reads.server.ts";
import { raterInformationContext } from "./rater-information.server.ts";

type Args = Parameters<typeof resolveRater>[0];

/** What somebody with a link is told of their data. @throws as `resolveRater`. */
export async function informationData(args: Args) {
  const { context, request } = args;
  const { rater, base, organisation, language } = await resolveRater(args);
  const platform = getPlatform(context);
  const read = await readOnDevice(platform.secret, request.headers.get("cookie"), rater);
  const told = await inOrganisation(platform, rater, async (tx) => {
    const asked = { isAbout: await isAskedAbout(tx, rater), read };
    return context.get(raterInformationContext).read(platform, tx, rater, asked);
  });
  return { rater, base, organisation, language, read, ...told };
}

/** Where somebody was going: a request of theirs, or a part of one; their list otherwise. */
export function wayOn(base: string, wanted: string | null | undefined): string {
  const isOurs = wanted && /^[0-9a-f-]{36}(\/[\w-]{1,60})?$/.test(wanted);
  return isOurs ? `${base}/${wanted}` : base;
}
