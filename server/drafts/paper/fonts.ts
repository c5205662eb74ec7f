import path from 'node:path'
import { projectRoot } from '../../projectRoot'

const FONTS = path.join(projectRoot, 'node_modules/@expo-google-fonts')

/** Embedded, because the standard fonts of PDF lack many letters that names need. */
export const fonts = {
  text: path.join(FONTS, 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
  italic: path.join(FONTS, 'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'),
  bold: path.join(FONTS, 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
  hand: path.join(FONTS, 'caveat/500Medium/Caveat_500Medium.ttf'),
}
