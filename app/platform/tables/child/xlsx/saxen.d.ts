declare module "saxen" {
  export type Attributes = Record<string, string>;

  type Events = {
    openTag: (
      name: string,
      /** False when the attributes cannot be read. */
      attributes: () => Attributes | false,
      decodeEntities: (text: string) => string,
      selfClosing: boolean,
    ) => void;
    closeTag: (
      name: string,
      decodeEntities: (text: string) => string,
      selfClosing: boolean,
    ) => void;
    text: (text: string) => void;
    cdata: (text: string) => void;
    comment: (text: string) => void;
    /** `<!DOCTYPE …>` and its like. */
    attention: (text: string) => void;
    question: (text: string) => void;
    error: (error: Error) => void;
  };

  export class Parser {
    on<Name extends keyof Events>(event: Name, handler: Events[Name]): this;
    write(xml: string): this;
    end(): void;
    stop(): void;
  }
}
