/** Five levels, for a framework that brings none. `t` says texts of this feature. */
export function levelNames(t: (key: string) => string): string[] {
  return [1, 2, 3, 4, 5].map((level) => t(`own.usualLevels.${level}`));
}
