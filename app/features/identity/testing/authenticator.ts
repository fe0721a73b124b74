import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const PRESENT = 1;
const VERIFIED = 4;
const HAS_KEY = 64;

type Asked = {
  challenge: string;
  origin: string;
  host: string;
  /** Whether whoever holds it unlocked it. */
  verified?: boolean;
};

/** An authenticator with one passkey, as those in browsers are, for tests without one. */
export function authenticator({ counts = true } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  let counter = 0;
  const dataOf = ({ host, verified = true }: Asked, more: number) => {
    if (counts) counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = PRESENT + (verified ? VERIFIED : 0) + more;
    return Buffer.concat([createHash("sha256").update(host).digest(), Buffer.from([flags]), count]);
  };
  const clientData = (type: string, { challenge, origin }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const named = {
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key",
    clientExtensionResults: {},
  };
  return {
    id: named.id,
    /** As if it, or a copy of it, had been used so often. */
    countTo(count: number): void {
      counter = count;
    },
    /** What a browser answers when a passkey is made, as JSON. */
    create(asked: Asked): string {
      const key = Buffer.concat([
        Buffer.from("a5010203262001215820", "hex"),
        ...[Buffer.from(x, "base64url"), Buffer.from("225820", "hex"), Buffer.from(y, "base64url")],
      ]);
      const length = Buffer.from([0, id.length]);
      const authData = Buffer.concat([dataOf(asked, HAS_KEY), Buffer.alloc(16), length, id, key]);
      const attestationObject = Buffer.concat([
        Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746158", "hex"),
        ...[Buffer.from([authData.length]), authData],
      ]);
      const response = {
        clientDataJSON: clientData("webauthn.create", asked).toString("base64url"),
        attestationObject: attestationObject.toString("base64url"),
        transports: ["internal"],
      };
      return JSON.stringify({ ...named, response });
    },
    /** What a browser answers when a passkey is used, as JSON. */
    get(asked: Asked): string {
      const authData = dataOf(asked, 0);
      const client = clientData("webauthn.get", asked);
      const hash = createHash("sha256").update(client).digest();
      const signature = sign("sha256", Buffer.concat([authData, hash]), privateKey);
      const response = {
        clientDataJSON: client.toString("base64url"),
        authenticatorData: authData.toString("base64url"),
        signature: signature.toString("base64url"),
      };
      return JSON.stringify({ ...named, response });
    },
  };
}
