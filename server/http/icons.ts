/** Outline shapes on a 24 grid, drawn for this program. */
const SHAPES = {
  brand: '<rect x="4" y="3" width="13" height="18" rx="2"/><path d="M8 8h5M8 12h3M11 17l3 3 6-8"/>',
  check: '<path d="M5 13l4 4L19 7"/>',
  look: '<path d="M12 4l8 8-8 8-8-8z"/>',
  act: '<path d="M12 5v9M12 18.5v.5"/>',
  none: '<path d="M6 12h12"/>',
  arrow: '<path d="M5 12h14M13 6l6 6-6 6"/>',
  file: '<path d="M7 3h7l5 5v13H7zM14 3v5h5"/>',
  mail: '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M3 7l9 7 9-7"/>',
  clock: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 3"/>',
  search: '<circle cx="11" cy="11" r="7"/><path d="M16 16l5 5"/>',
  upload: '<path d="M12 16V4M7 9l5-5 5 5M4 20h16"/>',
  person: '<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 4-7 8-7s7 2 8 7"/>',
  lock: '<rect x="5" y="11" width="14" height="10" rx="2"/><path d="M8 11V7a4 4 0 018 0v4"/>',
} as const

export type IconName = keyof typeof SHAPES

export function icon(name: IconName, size = 20): string {
  return `<svg class="icon" width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${SHAPES[name]}</svg>`
}
