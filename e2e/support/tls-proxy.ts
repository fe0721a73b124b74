import { type IncomingHttpHeaders, request } from "node:http";
import { createServer } from "node:https";
import { generate } from "selfsigned";

export type TlsProxy = { url: string; stop(): Promise<void> };

/** Headers that speak of one connection alone: neither side's are the other's (RFC 9110, 7.6.1). */
const OF_ONE_CONNECTION = new Set(["connection", "keep-alive", "proxy-connection"]);

function handedOn(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !OF_ONE_CONNECTION.has(name)),
  );
}

/** What stands before a server in earnest: takes TLS with a certificate of its own making and hands on plain HTTP. */
export async function startTlsProxy(port: number, towards: number): Promise<TlsProxy> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "127.0.0.1" }]);
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    const onward = request({
      host: "127.0.0.1",
      port: towards,
      // A connection for each, as proxies do unless told otherwise: one that is kept may close just as it is used.
      agent: false,
      method: incoming.method,
      path: incoming.url,
      // As proxies do it, the server is asked for by its inner name and hears of the client in a header.
      headers: {
        ...handedOn(incoming.headers),
        host: `127.0.0.1:${towards}`,
        "x-forwarded-for": incoming.socket.remoteAddress,
        "x-forwarded-proto": "https",
      },
    });
    onward.on("response", (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, handedOn(answer.headers));
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.on("error", () => onward.destroy());
    outgoing.on("close", () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((ready, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", ready);
  });
  return {
    url: `https://127.0.0.1:${port}`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
