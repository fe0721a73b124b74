import { type Attributes, Parser } from "saxen";
import { Unreadable } from "../rows/unreadable.ts";
import { decodeEntities } from "./decode-entities.ts";

/** Names come without their prefix, attributes with it. */
export type XmlHandlers = {
  open?: (name: string, attributes: () => Attributes) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
};

/** The most characters of one tag or text: what is not complete is looked through again with every chunk that comes. */
const LONGEST_TOKEN = 1024 * 1024;
const DEEPEST = 100;

/**
 * Reads XML chunk by chunk and stops as soon as `stop` is called. Document types are refused, so no entity is expanded.
 * @throws Unreadable
 */
export async function readXml(
  chunks: AsyncIterable<Uint8Array>,
  handlersWith: (stop: () => void) => XmlHandlers,
): Promise<void> {
  const parser = new Parser();
  let stopped = false;
  let depth = 0;
  let pending = 0;
  const { open, close, text } = handlersWith(() => {
    stopped = true;
    parser.stop();
  });
  const complete = () => {
    pending = 0;
  };
  parser
    .on("openTag", (name, attributes, _, selfClosing) => {
      complete();
      if (!selfClosing) depth += 1;
      if (depth > DEEPEST) throw new Unreadable("file-damaged");
      open?.(localName(name), () => attributes() || {});
    })
    .on("closeTag", (name, _, selfClosing) => {
      complete();
      if (!selfClosing) depth -= 1;
      close?.(localName(name));
    })
    .on("text", (written) => {
      complete();
      text?.(decodeEntities(written));
    })
    .on("cdata", (written) => {
      complete();
      text?.(written);
    })
    .on("comment", complete)
    .on("question", complete)
    .on("attention", () => {
      throw new Unreadable("file-damaged");
    })
    .on("error", () => {
      throw new Unreadable("file-damaged");
    });
  for await (const xml of decoded(chunks)) {
    pending += xml.length;
    parser.write(xml);
    if (stopped) return;
    if (pending > LONGEST_TOKEN) throw new Unreadable("file-too-much-inside");
  }
  parser.end();
}

async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
