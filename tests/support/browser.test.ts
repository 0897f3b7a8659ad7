import { expect, test } from 'vitest'
import { expectAccessible, newPage, screenshots, troublesOf } from './browser.ts'

const html = (body: string) => `<!doctype html><html lang="vi"><title>Đối thoại</title>
  <body style="font-family: sans-serif"><main><h1>Kiến nghị của doanh nghiệp</h1>${body}</main></html>`

const alphabet = 'ăâđêôơư ĂÂĐÊÔƠƯ áàảãạ ắằẳẵặ ấầẩẫậ éèẻẽẹ ếềểễệ íìỉĩị óòỏõọ ốồổỗộ ớờởỡợ úùủũụ ứừửữự ýỳỷỹỵ'

test('the browser shows every Vietnamese letter in one font', async () => {
  const page = await newPage()
  await page.setContent(html(`<p id="letters">${alphabet}</p>`))
  await screenshots(page, 'vietnamese-letters', [768])
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument')
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#letters' })
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
  expect(fonts.map(({ familyName }) => familyName)).toHaveLength(1)
})

test('an accessible page passes, another is refused with the element named', async () => {
  const page = await newPage()
  await page.setContent(html('<label>Mã số thuế <input></label>'))
  await expectAccessible(page)
  await page.setContent(html('<input id="nameless">'))
  await expect(expectAccessible(page)).rejects.toThrow(/nameless/)
})

test('what a page complains about is kept', async () => {
  const page = await newPage()
  await page.setContent(html('<script>console.error("hydration"); undefined.nothing</script>'))
  expect(troublesOf(page).join()).toMatch(/hydration.*TypeError/)
})

test('a page can be seen with scripts switched off', async () => {
  const page = await newPage({ javaScriptEnabled: false })
  await page.setContent(html('<p>as sent</p><script>document.querySelector("p").textContent = "changed"</script>'))
  expect(await page.textContent('p')).toBe('as sent')
})
