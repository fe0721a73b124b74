import { SamlStatusError } from "@node-saml/node-saml";
import { z } from "zod";
import type { OrganisationScope } from "~/platform/db/in-organisation.server.ts";
import { accept, type Outcome, refuse } from "~/platform/errors/outcome.ts";
import type { Platform } from "~/platform/platform.server.ts";
import type { Said } from "../domain/provider.ts";
import { isAnswer, type SignedAssertion, saidIn } from "../domain/saml-assertion.ts";
import type { OpenProvider } from "../providers/provider-reads.server.ts";
import { acsPath } from "../sign-on-paths.ts";
import { samlParty } from "./saml-party.server.ts";
import { requestIdOf } from "./saml-question.server.ts";

type Parts = Pick<Platform, "clock" | "log" | "publicUrl">;
type Answered = { said: Said; shownAt: Date | null };

/**
 * Who somebody is, by what their browser brought of a SAML provider. The library checks signature, times and audience;
 * of what it leaves open everything is read from the part that was signed.
 */
export async function samlAnswer(
  platform: Parts,
  scope: OrganisationScope,
  provider: OpenProvider,
  { state, response }: { state: string; response: string },
): Promise<Outcome<Answered, "wrong" | "declined">> {
  if (!isPlain(response)) return refuse("wrong");
  const asking = { requestId: requestIdOf(state), askedAt: new Date(), again: false };
  try {
    const party = samlParty(platform, scope, provider, asking);
    const { profile } = await party.validatePostResponseAsync({ SAMLResponse: response });
    const parsed = profile?.getAssertion ? assertionSchema.parse(profile.getAssertion()) : null;
    if (!profile || !parsed) return refuse("wrong");
    const signed = signedPartOf(parsed);
    const { requestId } = asking;
    const recipient = `${platform.publicUrl}${acsPath(scope.organisationId)}`;
    const { issuer, groupClaim } = provider;
    const { subject, format, shownAt } = signed;
    const isOurs = isAnswer(signed, { issuer, requestId, recipient });
    if (!isOurs || subject === null || subject.length > 1000) return refuse("wrong");
    const attributes = z.record(z.string(), z.unknown()).parse(profile.attributes ?? {});
    const told = saidIn(attributes, { subject, format }, groupClaim);
    return accept({ said: { subject, ...told, isVerified: null, managedBy: null }, shownAt });
  } catch (error) {
    const reason = error instanceof SamlStatusError ? "declined" : "wrong";
    platform.log.warn({ providerId: provider.id, reason }, "no sign-on");
    return refuse(reason);
  }
}

/** No document type, by which a few letters become millions, and no signature by what is broken. */
function isPlain(response: string): boolean {
  const xml = Buffer.from(response, "base64").toString("utf8");
  return !/<!DOCTYPE|<!ENTITY|xmldsig#rsa-sha1|xmldsig#sha1|xmldsig#hmac|xmldsig-more#rsa-md5/i.test(
    xml,
  );
}

const attributes = z.record(z.string(), z.string()).default({});
const assertionSchema = z.object({
  Assertion: z.object({
    Issuer: z.array(z.object({ _: z.string() })).length(1),
    Subject: z
      .array(
        z.object({
          NameID: z.array(z.object({ _: z.string(), $: attributes })).length(1),
          SubjectConfirmation: z.array(
            z.object({ SubjectConfirmationData: z.array(z.object({ $: attributes })).default([]) }),
          ),
        }),
      )
      .length(1),
    AuthnStatement: z.array(z.object({ $: attributes })).default([]),
  }),
});

function signedPartOf({
  Assertion,
}: z.output<typeof assertionSchema>): SignedAssertion & { shownAt: Date | null } {
  const [subject] = Assertion.Subject;
  const [nameId] = subject?.NameID ?? [];
  const instant = Assertion.AuthnStatement[0]?.$.AuthnInstant;
  return {
    issuer: Assertion.Issuer[0]?._ ?? null,
    subject: nameId?._ ?? null,
    format: nameId?.$.Format ?? null,
    confirmations: (subject?.SubjectConfirmation ?? []).flatMap((each) =>
      each.SubjectConfirmationData.map(({ $ }) => ({
        inResponseTo: $.InResponseTo ?? null,
        recipient: $.Recipient ?? null,
      })),
    ),
    shownAt: instant === undefined ? null : new Date(instant),
  };
}
