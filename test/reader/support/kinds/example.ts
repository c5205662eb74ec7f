import type { DocumentKind } from '../../../../server/reader/reading'

export interface KindExample {
  title: string
  kind: DocumentKind
  pages: string[]
}
