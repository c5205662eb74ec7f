import { execFileSync } from 'node:child_process'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** Chromium as it lies in the npm package, or the one that CHROMIUM_PATH names. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? packagedChromium()
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
}

export const DESK = { width: 1280, height: 900 }
export const PHONE = { width: 390, height: 844 }

export async function openPage(
  browser: Browser,
  options: { viewport?: typeof DESK; script?: boolean; scheme?: 'light' | 'dark' } = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: options.viewport ?? DESK,
    javaScriptEnabled: options.script ?? true,
    colorScheme: options.scheme ?? 'light',
  })
  return { context, page: await context.newPage() }
}

// The package is an ES module that unpacks itself; a plain Node does that without Jest's module system in the way.
function packagedChromium(): string {
  const code = `import('@sparticuz/chromium').then(({ default: it }) => it.executablePath()).then((path) => process.stdout.write(path))`
  return execFileSync(process.execPath, ['-e', code], { cwd: __dirname, encoding: 'utf8' })
}
