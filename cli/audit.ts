import { type AuditState, verifyAudit } from "~/features/identity/index.server.ts";
import { OperatorError } from "~/platform/errors/operator-error.ts";
import { asOperator } from "./as-operator.ts";

const why: Record<NonNullable<AuditState["broken"]>["why"], string> = {
  "seal-missing": "it is missing",
  "records-missing": "some of its records are missing",
  "other-secret": "it was made with another secret than this server has, so it can't be checked",
  changed: "something in it was changed after it was made",
};

/** Follows the chain of the audit record and says whether anything in it was changed or taken away. */
export function checkAudit(options: { organisation?: string }): Promise<void> {
  return asOperator(options.organisation, async (platform, actor) => {
    const { seals, records, unsealed, broken, head } = await verifyAudit(platform, actor);
    const whole = `${records} records in ${seals} seals`;
    if (broken)
      throw new OperatorError(
        `The audit record does not hold from seal ${broken.seal} on: ${why[broken.why]}.`,
        `Before it, ${whole} are as they were written.`,
      );
    process.stdout.write(
      `The audit record is whole: ${whole}, and ${unsealed} since the last.\n` +
        (head === "" ? "" : `It ends with ${head}\n`),
    );
  });
}
