import { confirmDomain } from "~/features/single-sign-on/index.server.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import { asOperator } from "./as-operator.ts";

type Options = { organisation?: string };

/**
 * Confirms that a domain is an organisation's, where nobody may write into its DNS. Only one that an owner has claimed.
 */
export function verifyDomain(domain: string, options: Options): Promise<void> {
  return asOperator(options.organisation, async (platform, actor) => {
    const confirmed = await confirmDomain(platform, actor, domain.trim().toLowerCase());
    if (!confirmed.ok)
      throw new OperatorError(
        `No owner of this organisation has claimed ${domain}.`,
        "They add it first, under Access, Single sign-on.",
      );
    process.stdout.write(`${domain} counts as this organisation's now.\n`);
  });
}
