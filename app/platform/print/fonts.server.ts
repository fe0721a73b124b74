import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * The fonts of a printed report, as static files, which is what Typst reads: Inter and Source Serif 4 as on the page,
 * then one for each script they lack. For scripts beyond these Typst looks among the fonts of the machine.
 */
export function fontFiles(): string[] {
  return [
    require.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
    require.resolve("@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf"),
    require.resolve("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf"),
    require.resolve("@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf"),
    require.resolve("@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf"),
    require.resolve("@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf"),
    require.resolve(
      "@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf",
    ),
    require.resolve("@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf"),
    require.resolve("@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf"),
  ];
}

export function compilerFile(): string {
  return require.resolve("@myriaddreamin/typst-ts-node-compiler");
}
