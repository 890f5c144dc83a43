import { describe, expect, test } from 'vitest'
import { grantApplication } from '@/lib/applications/commands/decide'
import { submitApplication } from '@/lib/applications/commands/submit'
import { findApplication, findProvision } from '@/lib/applications/queries/detail'
import { reviewApplication } from '@/lib/applications/review'
import type { ContributorSide } from '@/lib/auth/actor'
import { findDraft } from '@/lib/drafts/queries'
import { aGrant, anApplicationDraft, anApplicationInCharge, grant } from '../application-factories'
import { contributorSide, footprint, newCodiceFiscale, officer } from '../factories'
import { actingFor, aDelegation } from '../portfolio-factories'

const inPart = (requestId: string, code: string, amount: string) => ({
  ...aGrant(requestId, code, { decisione_amount: amount }),
  outcome: 'partly_granted' as const,
})
const reviewOf = async (actor: ContributorSide, draftId: string) =>
  reviewApplication(actor, (await findDraft(actor, draftId))!)

describe('a refund', () => {
  test('granted in full orders the payment of all that was asked, on an account that is masked', async () => {
    const [sender, clerk] = [await contributorSide(), await officer()]
    const requestId = await anApplicationInCharge(sender, clerk, 'rimborso')
    await grant(clerk, requestId, 'rimborso')
    const { content } = (await findProvision(sender, requestId))!
    expect(content.figures[0]!.lines).toEqual([
      { term: 'Importo da pagare', value: '940,60 €' },
      { term: 'Sul conto', value: 'IT60 … 3456' },
      { term: 'Del committente', value: '627,07 €' },
      { term: 'Da rendere ai collaboratori', value: '313,53 €' },
    ])
    expect(JSON.stringify(content)).not.toContain('IT60X0542811101000000123456')
  })

  test('granted in part orders that part, and leaves everything as it was when it is more than was asked', async () => {
    const [sender, clerk] = [await contributorSide(), await officer()]
    const requestId = await anApplicationInCharge(sender, clerk, 'rimborso')
    const before = await footprint()
    for (const amount of ['940,60', '940,61'])
      await expect(grantApplication(clerk, inPart(requestId, 'rimborso', amount))).rejects.toHaveProperty(
        'errors.decisione_amount',
      )
    expect(await footprint()).toEqual(before)
    await grantApplication(clerk, inPart(requestId, 'rimborso', '240,00'))
    expect((await findProvision(sender, requestId))!.content).toMatchObject({
      outcome: 'partly_granted',
      figures: [{ title: 'Ordine di pagamento', lines: [{ value: '240,00 €' }, {}, {}, {}] }],
    })
  })

  test('is asked by a partial delegate only for the workers of their own delegation', async () => {
    const owner = await contributorSide()
    const [own, other] = [newCodiceFiscale(), newCodiceFiscale()]
    const { delegate } = await aDelegation({ contributorId: owner.contributorId, workers: [own] })
    const partial = await actingFor(delegate.id, owner.contributorId)
    const draftOf = (first: string, second: string) =>
      anApplicationDraft(partial, 'rimborso', {
        collaboratori_workers: own,
        somme_workers_0_worker: first,
        somme_workers_1_worker: second,
      })
    expect(await reviewOf(partial, await draftOf(own, own))).toMatchObject({ complete: true })
    const wrong = await reviewOf(partial, await draftOf(own, other))
    expect(wrong).toMatchObject({ complete: false, figures: [] })
    expect(wrong.checked.find(({ step }) => step.id === 'somme')).toMatchObject({
      state: 'wrong',
      errors: { somme_workers: ['Il collaboratore della riga 2 non è nella tua delega.'] },
    })
  })
})

test('an offsetting granted in part says how much of which month is covered', async () => {
  const [sender, clerk] = [await contributorSide(), await officer()]
  const requestId = await anApplicationInCharge(sender, clerk, 'compensazione')
  expect((await findApplication(sender, requestId))!.figures[0]!.title).toBe('Compensazione chiesta')
  await grantApplication(clerk, inPart(requestId, 'compensazione', '700,60'))
  const [figure] = (await findProvision(sender, requestId))!.content.figures
  expect(figure!.table!.rows.map((row) => row.at(-1))).toEqual(['0,00 €', '300,00 €'])
})

describe('the correction of an F24', () => {
  test('is decided with reasons alone', async () => {
    const [sender, clerk] = [await contributorSide(), await officer()]
    const requestId = await anApplicationInCharge(sender, clerk, 'rettifica-f24')
    await grant(clerk, requestId, 'rettifica-f24')
    expect(await findProvision(sender, requestId)).toMatchObject({ content: { outcome: 'granted', figures: [] } })
  })

  test('whose totals differ is a draft and nothing more', async () => {
    const sender = await contributorSide()
    const draftId = await anApplicationDraft(sender, 'rettifica-f24', { corretto_rows_0_amount: '700,61' })
    const { checked, complete, figures } = await reviewOf(sender, draftId)
    expect([complete, figures]).toEqual([false, []])
    expect(checked.find(({ step }) => step.id === 'corretto')!.errors).toHaveProperty('corretto_rows')
    await expect(submitApplication(sender, { draftId })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await findApplication(sender, draftId)).toBeUndefined()
  })
})
