export interface Progress {
  page: number
  pages: number
  step: 'text' | 'ocr' | 'fields'
}
