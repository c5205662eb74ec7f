// What the build changes in pdf.js 5.4.296. Each change gives the same results to the last digit, only sooner.
const fs = require('node:fs')
const path = require('node:path')

/** source: the reading half of pdf.js. Throws when it is not the version that this was made for. */
function quicker(source) {
  const changed = CHANGES.reduce((text, [from, to]) => replaced(text, from, to), source)
  return [changed, ...Object.entries(ADDED).map(added)].join('\n')
}

/** In a scope of its own, as pdf.js has many names. */
function added([file, names]) {
  const code = fs.readFileSync(path.join(__dirname, file), 'utf8')
  return `const { ${names} } = ((module) => {\n${code}\nreturn module.exports\n})({});`
}

function replaced(text, from, to) {
  const at = text.indexOf(from)
  if (at < 0 || text.indexOf(from, at + 1) >= 0)
    throw new Error(`pdf.js is not the version that the reader was made for: ${from}`)
  return text.slice(0, at) + to + text.slice(at + from.length)
}

// The same product of three matrices, without two arrays on the way.
const PLACE_OF_A_LETTER = `
      const ctm = textState.ctm, matrix = textState.textMatrix;
      const a = matrix[0] * tsm[0], b = matrix[1] * tsm[0], c = matrix[2] * tsm[3], d = matrix[3] * tsm[3];
      const e = matrix[2] * tsm[5] + matrix[4], f = matrix[3] * tsm[5] + matrix[5];
      return [ctm[0] * a + ctm[2] * b, ctm[1] * a + ctm[3] * b, ctm[0] * c + ctm[2] * d, ctm[1] * c + ctm[3] * d,
        ctm[0] * e + ctm[2] * f + ctm[4], ctm[1] * e + ctm[3] * f + ctm[5]];`

// Letters of one string that stand side by side, as nearly all do: their places are two numbers each instead of three arrays.
const LETTERS_IN_A_ROW = `function buildLettersInARow(font, chars, extraSpacing) {
      const glyphs = font.charsToGlyphs(chars);
      const { ctm, textMatrix: m, fontSize, textHScale, textRise, wordSpacing } = textState;
      const scale = textState.fontMatrix[0] * fontSize;
      const c0 = ctm[0], c1 = ctm[1], c2 = ctm[2], c3 = ctm[3], c4 = ctm[4], c5 = ctm[5];
      const m0 = m[0], m1 = m[1], z4 = m[2] * 0, z5 = m[3] * 0, r4 = m[2] * textRise, r5 = m[3] * textRise;
      const across = fontSize * textHScale;
      const a = m0 * across, b = m1 * across, c = m[2] * fontSize, d = m[3] * fontSize;
      const t0 = c0 * a + c2 * b, t1 = c1 * a + c3 * b, t2 = c0 * c + c2 * d, t3 = c1 * c + c3 * d;
      const upright = t0 > 0 && t1 === 0 && t2 === 0;
      const left = viewBox[0], low = viewBox[1], right = viewBox[2], high = viewBox[3];
      let known = textContentItem.prevTransform !== null, moved = false;
      let lastX = known ? textContentItem.prevTransform[4] : 0, lastY = known ? textContentItem.prevTransform[5] : 0;
      const last = glyphs.length - 1;
      for (let i = 0; i <= last; i++) {
        const glyph = glyphs[i];
        let kind = glyph.kind;
        if (kind < 0) {
          const { isWhitespace, isZeroWidthDiacritic, isInvisibleFormatMark } = glyph.category;
          kind = glyph.kind = isInvisibleFormatMark ? 3 : isWhitespace ? 2 : isZeroWidthDiacritic ? 1 : 0;
        }
        if (kind === 3) continue;
        let charSpacing = textState.charSpacing + (i === last ? extraSpacing : 0);
        let scaledDim = glyph.width * scale;
        if (glyph.originalCharCode === 0x20) charSpacing += wordSpacing;
        if (kind === 2) {
          charSpacing += scaledDim;
          const x = charSpacing * textHScale;
          m[4] = m0 * x + z4 + m[4];
          m[5] = m1 * x + z5 + m[5];
          saveLastChar(" ");
          continue;
        }
        if (kind === 0) {
          const e = r4 + m[4], f = r5 + m[5];
          const x = c0 * e + c2 * f + c4, y = c1 * e + c3 * f + c5;
          if (x + scaledDim < left || x > right || y < low || y > high) {
            const far = scaledDim * textHScale;
            m[4] = m0 * far + z4 + m[4];
            m[5] = m1 * far + z5 + m[5];
            continue;
          }
          if (known && (lastX !== x || lastY !== y)) {
            if (moved) textContentItem.prevTransform = [t0, t1, t2, t3, lastX, lastY];
            moved = false;
            if (upright) wentOn(x, y, lastX, lastY);
            else compareWithLastPosition(scaledDim);
          }
        } else scaledDim = 0;
        const textChunk = ensureTextContentItem();
        scaledDim *= textHScale;
        m[4] = m0 * scaledDim + z4 + m[4];
        m[5] = m1 * scaledDim + z5 + m[5];
        textChunk.width += scaledDim;
        if (scaledDim) {
          const e = r4 + m[4], f = r5 + m[5];
          lastX = c0 * e + c2 * f + c4;
          lastY = c1 * e + c3 * f + c5;
          known = moved = true;
        }
        const glyphUnicode = glyph.unicode;
        if (saveLastChar(glyphUnicode)) textChunk.str.push(" ");
        textChunk.str.push(glyphUnicode);
        if (charSpacing) {
          const x = charSpacing * textHScale;
          m[4] = m0 * x + z4 + m[4];
          m[5] = m1 * x + z5 + m[5];
        }
      }
      if (moved) textContentItem.prevTransform = [t0, t1, t2, t3, lastX, lastY];
    }
    function buildTextContentItem({
      chars,
      extraSpacing
    }) {
      const font = textState.font;
      if (chars && !font.vertical && !font.isType3Font && !keepWhiteSpace && !intersector) {
        buildLettersInARow(font, chars, extraSpacing);
        return;
      }`

const ADDED = {
  'operators.js': 'Operators, OF_TEXT, OF_PATHS',
  'drawnPaths.js': 'drawnPaths',
  'inflate.js': 'inflatedAtOnce, isPlainAscii',
}

const CHANGES = [
  ['export { WorkerMessageHandler };', 'exports.WorkerMessageHandler = WorkerMessageHandler;'],
  ['return Util.transform(textState.ctm, Util.transform(textState.textMatrix, tsm));', PLACE_OF_A_LETTER],
  [
    `function buildTextContentItem({
      chars,
      extraSpacing
    }) {
      const font = textState.font;`,
    LETTERS_IN_A_ROW,
  ],
  // What follows a comparison of places, for letters whose places are known already.
  [
    `      const advanceX = (posX - lastPosX) / textContentItem.textAdvanceScale;
      const advanceY = posY - lastPosY;
      const textOrientation = Math.sign(textContentItem.width);`,
    `      return wentOn(posX, posY, lastPosX, lastPosY);
    }
    function wentOn(posX, posY, lastPosX, lastPosY) {
      const advanceX = (posX - lastPosX) / textContentItem.textAdvanceScale;
      const advanceY = posY - lastPosY;
      const textOrientation = Math.sign(textContentItem.width);`,
  ],
  [
    `this.isInFont = isInFont;
  }
  get category() {`,
    `this.isInFont = isInFont;
    this.kind = -1;
  }
  get category() {`,
  ],
  [
    `const preprocessor = new EvaluatorPreprocessor(stream, xref, stateManager);
    let textState;`,
    `const preprocessor = includeMarkedContent ? new EvaluatorPreprocessor(stream, xref, stateManager) : new Operators(stream, xref, stateManager, OF_TEXT);
    let textState;`,
  ],
  // Emptying arrays costs more than new ones.
  ['textContentItem.str.length = 0;', 'textContentItem.str = [];'],
  [
    `args = [];
      while (!(stop = timeSlotManager.check())) {
        args.length = 0;
        operation.args = args;
        if (!preprocessor.read(operation)) {
          break;
        }
        const previousState = textState;`,
    `args = [];
      while (!(stop = timeSlotManager.check())) {
        if (preprocessor.own !== null) {
          args.length = 0;
          operation.args = args;
        }
        if (!preprocessor.read(operation)) {
          break;
        }
        const previousState = textState;`,
  ],
  // A font that is there already needs no waiting.
  [
    `next(handleSetFont(fontNameArg, null));
            return;`,
    `const loading = self.loadFont(fontNameArg, null, resources, task);
            if (!loading.translated) {
              loading.then(translated => loading.translated = translated, () => undefined);
              next(handleSetFont(fontNameArg, null));
              return;
            }
            textState.loadedName = loading.translated.loadedName;
            textState.font = loading.translated.font;
            textState.fontMatrix = loading.translated.font.fontMatrix || FONT_IDENTITY_MATRIX;
            enqueueChunk(true);
            break;`,
  ],
  // What is ruled on a page can be asked for by itself.
  [
    'handler.on("GetStructTree", function (data) {',
    `handler.on("GetDrawnPaths", function (data) {
      return pdfManager.getPage(data.pageIndex).then(page => page.drawnPaths());
    });
    handler.on("GetStructTree", function (data) {`,
  ],
  [
    'async extractTextContent({',
    `async drawnPaths() {
    const [stream] = await Promise.all([this.getContentStream(), this.loadResources(RESOURCES_KEYS_OPERATOR_LIST)]);
    const resources = await this.#getMergedResources(stream.dict, RESOURCES_KEYS_OPERATOR_LIST);
    return drawnPaths(stream, resources, this.xref, this.annotations);
  }
  async extractTextContent({`,
  ],
  // Bold is told by the font itself; without this a page would have to be drawn to know.
  [
    `vertical: font.vertical
        };
        if (self.options.fontExtraProperties`,
    `vertical: font.vertical,
          name: font.name,
          bold: font.bold,
          black: font.black
        };
        if (self.options.fontExtraProperties`,
  ],
  // Plain letters need neither be normalised nor turned around.
  [
    `const bidiResult = bidi(text, -1, textChunk.vertical);`,
    `const bidiResult = isPlainAscii(text) ? { str: text, dir: textChunk.vertical ? "ttb" : "ltr" } : bidi(text, -1, textChunk.vertical);`,
  ],
  [
    `if (!disableNormalization) {
        text = normalizeUnicode(text);
      }
      const bidiResult`,
    `if (!disableNormalization && !isPlainAscii(text)) {
        text = normalizeUnicode(text);
      }
      const bidiResult`,
  ],
  [
    `this.codeSize = 0;
    this.codeBuf = 0;
  }
  async getImageData`,
    `this.codeSize = 0;
    this.codeBuf = 0;
    this.atOnce = true;
  }
  async getImageData`,
  ],
  [
    `readBlock() {
    let buffer, hdr, len;`,
    `readBlock() {
    if (this.atOnce) {
      this.atOnce = false;
      if (inflatedAtOnce(this)) return;
    }
    let buffer, hdr, len;`,
  ],
]

module.exports = { quicker }
