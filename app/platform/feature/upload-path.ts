/** An address that takes files. A form sent to any other is small. */
export type UploadPath = {
  /** As its routes have it, such as "/people/:personId/picture". */
  path: string;
  /** Of a whole request, in bytes: whoever reads more gets an error, not the rest. */
  largest: number;
};
