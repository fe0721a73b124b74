import { confirmDomain, withdrawDomain } from "~/features/single-sign-on/index.server.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import { asOperator } from "./as-operator.ts";

type Options = { organisation?: string };

/**
 * Confirms that a domain is an organisation's, where nobody may write into its DNS. Only one that an owner has claimed.
 */
export function verifyDomain(domain: string, options: Options): Promise<void> {
  return asOperator(options.organisation, async (platform, actor) => {
    const confirmed = await confirmDomain(platform, actor, domain.trim());
    if (!confirmed.ok)
      throw new OperatorError(
        `No owner of this organisation has claimed ${domain}.`,
        "They add it first, under Access, Single sign-on.",
      );
    process.stdout.write(`${domain} counts as this organisation's now.\n`);
  });
}

/** Says that a domain is an organisation's no more, whoever proved it. Its owners are told by letter. */
export function takeDomain(domain: string, options: Options): Promise<void> {
  return asOperator(options.organisation, async (platform, actor) => {
    const withdrawn = await withdrawDomain(platform, actor, domain.trim());
    if (!withdrawn.ok)
      throw new OperatorError(
        `${domain} does not count as this organisation's.`,
        "Nothing was changed.",
      );
    process.stdout.write(`${domain} counts as this organisation's no more.\n`);
  });
}
