/** Fonts that are on the machine already; the app ships and loads none. UD faces first: they are drawn for legibility. */
export const FONT_FAMILY =
  '"BIZ UDPGothic", "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, system-ui, sans-serif'
