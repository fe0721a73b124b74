import { stopDemanding } from "~/features/single-sign-on/index.server.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import { asOperator } from "./as-operator.ts";

type Options = { organisation?: string };

/**
 * Lets people into an organisation by a password, a link or a passkey again, when its provider is gone and no owner
 * gets in. Its owners are told by letter.
 */
export function openOtherWays(options: Options): Promise<void> {
  return asOperator(options.organisation, async (platform, actor) => {
    const stopped = await stopDemanding(platform, actor);
    if (!stopped.ok)
      throw new OperatorError(
        "This organisation lets people in by other ways already.",
        "Nothing was changed.",
      );
    process.stdout.write("People can sign in without the identity provider again.\n");
  });
}
