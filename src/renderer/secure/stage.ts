import { el } from './dom.ts'

/** Where a number is drawn. There is no text of it anywhere: not in the document, its title or the accessibility tree. */
export interface Stage {
  /** The sheet for the number. */
  readonly paper: HTMLElement
  /** The place of the ring. */
  readonly clock: HTMLElement
  /** Draws 12 ASCII digits in groups of four and the ring at full. The caller wipes the bytes. */
  readonly draw: (digits: Uint8Array) => void
  /** Draws the ring for what is left, from 1 to 0, with the whole seconds inside. */
  readonly ring: (left: number, seconds: number) => void
  /** Takes everything away and gives the pixels up. */
  readonly wipe: () => void
}

const WIDTH = 520
const HEIGHT = 150
const RING = 96
const INK = '#10202c'
const PAPER = '#ffffff'
const FACE = '"BIZ UDGothic", "Noto Sans Mono CJK JP", "DejaVu Sans Mono", ui-monospace, monospace'

interface Sheet {
  readonly canvas: HTMLCanvasElement
  readonly pen: CanvasRenderingContext2D | null
}

/**
 * A canvas that fills its place, with as many pixels as the screen has there. `willReadFrequently` keeps them in this
 * process instead of the one of the graphics card.
 */
const createSheet = (place: HTMLElement, width: number, height: number, name: string): Sheet => {
  const scale = Math.max(1, (place.clientWidth / width) * window.devicePixelRatio)
  const canvas = el('canvas', { class: name, 'aria-hidden': 'true', 'data-testid': name })
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  pen?.scale(scale, scale)
  place.replaceChildren(canvas)
  return { canvas, pen }
}

const drawDigits = (pen: CanvasRenderingContext2D, digits: Uint8Array): void => {
  const advance = 36
  const gap = 22
  const start = (WIDTH - 12 * advance - 2 * gap) / 2
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.fillStyle = INK
  pen.font = `600 60px ${FACE}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  // One glyph at a time: the number is never a string.
  for (const [index, digit] of digits.entries()) {
    const x = start + (index + 0.5) * advance + Math.floor(index / 4) * gap
    pen.fillText(String.fromCharCode(digit), x, HEIGHT / 2 + 2)
  }
}

/** In the text's own colour, because it stands on the page's ground. */
const drawRing = (pen: CanvasRenderingContext2D, left: number, seconds: number): void => {
  const middle = RING / 2
  const color = getComputedStyle(pen.canvas).color
  const arc = (alpha: number, from: number, to: number): void => {
    pen.globalAlpha = alpha
    pen.beginPath()
    pen.arc(middle, middle, middle - 6, from, to)
    pen.stroke()
  }
  pen.clearRect(0, 0, RING, RING)
  pen.lineWidth = 9
  pen.strokeStyle = color
  arc(0.2, 0, 2 * Math.PI)
  arc(1, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * left)
  pen.fillStyle = color
  pen.font = `600 32px ${FACE}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(String(seconds), middle, middle + 1)
}

/** An empty stage. Its canvases exist only while a number is on it. */
export function createStage(): Stage {
  const paper = el('div', { class: 'stage', 'aria-hidden': 'true', 'data-testid': 'stage' })
  const clock = el('div', { class: 'clock', 'aria-hidden': 'true' })
  let sheets: readonly Sheet[] = []
  const wipe = (): void => {
    for (const { canvas, pen } of sheets) {
      pen?.reset()
      canvas.width = 0
      canvas.height = 0
    }
    sheets = []
    paper.replaceChildren()
    clock.replaceChildren()
  }
  return {
    paper,
    clock,
    draw: (digits) => {
      wipe()
      const sheet = createSheet(paper, WIDTH, HEIGHT, 'paper')
      sheets = [sheet, createSheet(clock, RING, RING, 'ring')]
      if (sheet.pen) drawDigits(sheet.pen, digits)
    },
    ring: (left, seconds) => {
      const pen = sheets[1]?.pen
      if (pen) drawRing(pen, left, seconds)
    },
    wipe,
  }
}
