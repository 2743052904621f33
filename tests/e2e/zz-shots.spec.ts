import { writeFileSync } from 'node:fs'
import { expect, test } from './support/test'
test.use({ viewport: { width: 1280, height: 900 } })
test('shots', async ({ page, as, owner }) => {
  test.setTimeout(120000)
  await as('coordinator')
  const shot = (name: string) => page.screenshot({ path: `/tmp/talk-shots/${name}.png`, fullPage: true })
  const card = async (name: string, path: string) => {
    for (let i = 0; i < 3; i++) {
      const t = Date.now(); const r = await page.request.get(path); const b = await r.body()
      console.log(name, r.status(), Date.now() - t, 'ms', b.length, JSON.stringify(r.headers()))
      writeFileSync(`/tmp/talk-shots/${name}.png`, b)
    }
  }
  await card('card-cz', '/regions/dolni-kraj/steps/purpose/card?locale=en')
  await card('card-cz4', '/regions/dolni-kraj/steps/awareness/card?locale=de')
  await owner.query(`update regions set name = $1 where slug = 'dolni-kraj'`, ['Lindgrund – Obere Wasel – Sankt Hubertus Heide, Přátelský Żywiec, Ελλάδα, Пловдив 🎉 漢字 und Umgebung mit Příšerně žluťoučký kůň'])
  await card('card-long', '/regions/dolni-kraj/steps/engagement/card?locale=de')
  await owner.query(`update regions set name = 'Dolní Kraj' where slug = 'dolni-kraj'`)
  await page.goto('/regions/dolni-kraj/hand-over'); await shot('handover')
  await page.emulateMedia({ media: 'print' }); await page.pdf({ path: '/tmp/talk-shots/handover.pdf', format: 'A4' }).catch((e) => console.log(String(e)))
  await shot('handover-print')
  await page.emulateMedia({ media: 'screen' })
  await page.goto('/my'); await shot('my-jana')
  await page.goto('/regions/dolni-kraj/steps/collaboration/checklist.pilot-run'); await page.locator('summary', { hasText: 'Tell these people' }).click(); await shot('comments')
  await page.goto('/regions/dolni-kraj'); await shot('home')
  await owner.query(`update milestones set reached_on = current_date where region_id = (select id from regions where slug = 'dolni-kraj') and step = 'awareness'`)
  await page.goto('/regions/dolni-kraj/steps/awareness'); await page.getByText('Look at the picture').click(); await page.waitForTimeout(1500); await shot('celebrate')
  await page.emulateMedia({ colorScheme: 'dark' }); await page.setViewportSize({ width: 320, height: 800 }); await shot('celebrate-320-dark')
  await page.goto('/regions/dolni-kraj/steps/collaboration/checklist.pilot-run'); await shot('comments-320-dark')
  await page.goto('about:blank')
  expect(1).toBe(1)
})
