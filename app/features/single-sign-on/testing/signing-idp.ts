import { inflateRawSync } from "node:zlib";
import selfsigned from "selfsigned";
import { SignedXml } from "xml-crypto";

const SAML = "urn:oasis:names:tc:SAML:2.0";
export const PERSISTENT = `${SAML}:nameid-format:persistent`;

/** What an answer says; what is left out is as it should be. */
export type SaidBySaml = {
  nameId: string;
  format?: string;
  attributes?: Record<string, string | string[]>;
  issuer?: string;
  audience?: string;
  recipient?: string;
  /** Of the envelope, and of the signed part. Null: not there. */
  inResponseTo?: string | null;
  confirmedFor?: string | null;
  /** Seconds from now. */
  notBefore?: number;
  notOnOrAfter?: number;
  shownAt?: number;
};

/** A question as a provider reads it. */
export type Question = {
  id: string;
  relayState: string;
  acs: string;
  entity: string;
  forced: boolean;
};

/** Reads the question that a browser was sent to a SAML provider with (redirect binding). */
export function readQuestion(url: string): Question {
  const { searchParams } = new URL(url);
  const xml = inflateRawSync(
    Buffer.from(searchParams.get("SAMLRequest") ?? "", "base64"),
  ).toString();
  const attribute = (name: string) => xml.split(` ${name}="`)[1]?.split('"')[0] ?? "";
  return {
    id: attribute("ID"),
    relayState: searchParams.get("RelayState") ?? "",
    acs: attribute("AssertionConsumerServiceURL"),
    entity: xml.split("</saml:Issuer>")[0]?.split(">").at(-1) ?? "",
    forced: attribute("ForceAuthn") === "true",
  };
}

type Signing = {
  /** Which parts are signed; the assertion alone, as most providers do. */
  signs?: "assertion" | "response" | "nothing";
  weak?: boolean;
};

/** A SAML provider that signs with a key of its own, and says whatever it is told to. */
export async function signingIdp(issuer: string) {
  const made = await selfsigned.generate([{ name: "commonName", value: "idp.example" }], {
    keySize: 2048,
    algorithm: "sha256",
  });
  const certificate = made.cert;
  const sign = (xml: string, element: "Assertion" | "Response", weak = false) => {
    const hash = weak ? "http://www.w3.org/2000/09/xmldsig#" : "http://www.w3.org/2001/04/xmlenc#";
    const signed = new SignedXml({
      privateKey: made.private,
      publicCert: certificate,
      canonicalizationAlgorithm: "http://www.w3.org/2001/10/xml-exc-c14n#",
      signatureAlgorithm: weak
        ? "http://www.w3.org/2000/09/xmldsig#rsa-sha1"
        : "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    });
    const xpath = `//*[local-name(.)='${element}']`;
    signed.addReference({
      xpath,
      digestAlgorithm: weak ? `${hash}sha1` : `${hash}sha256`,
      transforms: [
        "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
        "http://www.w3.org/2001/10/xml-exc-c14n#",
      ],
    });
    const reference = `${xpath}/*[local-name(.)='Issuer']`;
    signed.computeSignature(xml, { location: { reference, action: "after" } });
    return signed.getSignedXml();
  };
  return {
    issuer,
    certificate,
    /** The whole answer as XML. */
    xml(question: Question, said: SaidBySaml, { signs = "assertion", weak = false }: Signing = {}) {
      const xml = envelope(question, issuer, said);
      if (signs === "nothing") return xml;
      return sign(xml, signs === "assertion" ? "Assertion" : "Response", weak);
    },
  };
}

export type SigningIdp = Awaited<ReturnType<typeof signingIdp>>;

/** As a browser posts it. */
export const posted = (xml: string) => Buffer.from(xml).toString("base64");

function envelope(question: Question, own: string, said: SaidBySaml): string {
  const at = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
  const issuer = said.issuer ?? own;
  const answers = (id: string | null | undefined) =>
    id === null ? "" : ` InResponseTo="${id ?? question.id}"`;
  const until = at(said.notOnOrAfter ?? 300);
  const attributes = Object.entries(said.attributes ?? {}).map(
    ([name, value]) =>
      `<saml:Attribute Name="${name}">${[value]
        .flat()
        .map((each) => `<saml:AttributeValue>${each}</saml:AttributeValue>`)
        .join("")}</saml:Attribute>`,
  );
  return [
    `<samlp:Response xmlns:samlp="${SAML}:protocol" xmlns:saml="${SAML}:assertion" ID="_r${Math.random()}"`,
    ` Version="2.0" IssueInstant="${at(0)}" Destination="${question.acs}"${answers(said.inResponseTo)}>`,
    `<saml:Issuer>${issuer}</saml:Issuer>`,
    `<samlp:Status><samlp:StatusCode Value="${SAML}:status:Success"/></samlp:Status>`,
    `<saml:Assertion ID="_a${Math.random()}" Version="2.0" IssueInstant="${at(0)}">`,
    `<saml:Issuer>${issuer}</saml:Issuer><saml:Subject>`,
    `<saml:NameID Format="${said.format ?? PERSISTENT}">${said.nameId}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="${SAML}:cm:bearer"><saml:SubjectConfirmationData`,
    ` NotOnOrAfter="${until}" Recipient="${said.recipient ?? question.acs}"${answers(said.confirmedFor)}/>`,
    "</saml:SubjectConfirmation></saml:Subject>",
    `<saml:Conditions NotBefore="${at(said.notBefore ?? -5)}" NotOnOrAfter="${until}"><saml:AudienceRestriction>`,
    `<saml:Audience>${said.audience ?? question.entity}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    `<saml:AuthnStatement AuthnInstant="${at(said.shownAt ?? 0)}"><saml:AuthnContext><saml:AuthnContextClassRef>`,
    `${SAML}:ac:classes:unspecified</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`,
    attributes.length > 0
      ? `<saml:AttributeStatement>${attributes.join("")}</saml:AttributeStatement>`
      : "",
    "</saml:Assertion></samlp:Response>",
  ].join("");
}
