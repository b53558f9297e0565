import { el } from './dom.ts'

/** Where a number is drawn. There is no text of it anywhere: not in the document, its title or the accessibility tree. */
export interface Stage {
  readonly element: HTMLElement
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
const LINE = '#23567e'
const PALE = '#d5dfe7'
const FACE = '"BIZ UDGothic", "Noto Sans Mono CJK JP", "DejaVu Sans Mono", ui-monospace, monospace'

interface Sheet {
  readonly canvas: HTMLCanvasElement
  readonly pen: CanvasRenderingContext2D | null
}

/** `willReadFrequently` keeps the pixels in this process instead of the one of the graphics card. */
const createSheet = (width: number, height: number, name: string): Sheet => {
  const scale = Math.max(1, window.devicePixelRatio)
  const canvas = el('canvas', { class: name, 'aria-hidden': 'true', 'data-testid': name })
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  pen?.scale(scale, scale)
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

const drawRing = (pen: CanvasRenderingContext2D, left: number, seconds: number): void => {
  const middle = RING / 2
  pen.clearRect(0, 0, RING, RING)
  pen.fillStyle = PAPER
  pen.beginPath()
  pen.arc(middle, middle, middle - 1, 0, 2 * Math.PI)
  pen.fill()
  pen.lineWidth = 9
  pen.strokeStyle = PALE
  pen.beginPath()
  pen.arc(middle, middle, middle - 8, 0, 2 * Math.PI)
  pen.stroke()
  pen.strokeStyle = LINE
  pen.beginPath()
  pen.arc(middle, middle, middle - 8, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * left)
  pen.stroke()
  pen.fillStyle = INK
  pen.font = `600 30px ${FACE}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(String(seconds), middle, middle + 1)
}

/** An empty stage. Its canvases exist only while a number is on it. */
export function createStage(): Stage {
  const element = el('div', { class: 'stage', 'aria-hidden': 'true', 'data-testid': 'stage' })
  let sheets: readonly Sheet[] = []
  const wipe = (): void => {
    for (const { canvas, pen } of sheets) {
      pen?.reset()
      canvas.width = 0
      canvas.height = 0
    }
    sheets = []
    element.replaceChildren()
  }
  return {
    element,
    draw: (digits) => {
      wipe()
      const paper = createSheet(WIDTH, HEIGHT, 'paper')
      const ring = createSheet(RING, RING, 'ring')
      sheets = [paper, ring]
      if (paper.pen) drawDigits(paper.pen, digits)
      element.replaceChildren(paper.canvas, ring.canvas)
    },
    ring: (left, seconds) => {
      const pen = sheets[1]?.pen
      if (pen) drawRing(pen, left, seconds)
    },
    wipe,
  }
}
