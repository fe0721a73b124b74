/** The address beside another: in the same folder, with another name. Without a name it is the folder. */
export function beside(path: string, name = ""): string {
  return `${path.slice(0, path.lastIndexOf("/") + 1)}${name}`;
}
