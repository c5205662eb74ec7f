import type { Page } from 'playwright-core'
import { PASSWORD } from '../../support/world'

export async function signIn(page: Page, address: string, email: string, password = PASSWORD): Promise<void> {
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(`${address}/`)
}
